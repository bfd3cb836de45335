/**
 * Compares the rows of both sides, table by table, and proves the mapping on live rows. Shares no code with the applier
 * but the declared mapping.
 */
package com.rentwave.cdc.reconcile;
