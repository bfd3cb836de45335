package com.rentwave.cdc.reconcile;

import java.util.Map;

/**
 * A row that is not the same on both sides.
 *
 * @param table its table in the legacy schema
 * @param key the key, readable
 * @param legacy the legacy row as it is, null when there is none
 * @param service the service row as it is, null when there is none
 */
public record Difference(String table, String key, Map<String, Object> legacy, Map<String, Object> service) {}
