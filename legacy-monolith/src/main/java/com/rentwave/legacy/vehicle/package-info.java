/**
 * Vehicles on offer. The first API to move to a service of its own, which answers the same requests with the same bytes;
 * every write is guarded by the ownership in the database. Nothing depends on it, so that it can be deleted once vehicles
 * are RETIRED; who reads vehicles reads the table.
 */
package com.rentwave.legacy.vehicle;
