/**
 * Guest rooms on offer. Rentals see them through {@link com.rentwave.legacy.room.RoomOffers} only; may depend on neither
 * money nor rentals.
 */
package com.rentwave.legacy.room;
