/**
 * Vehicles on offer. The first API to move to a service of its own, which answers the same requests with the same bytes;
 * every write is guarded by the ownership in the database. Other features read vehicles through {@link
 * com.rentwave.legacy.vehicle.VehicleOffers} only.
 */
package com.rentwave.legacy.vehicle;
