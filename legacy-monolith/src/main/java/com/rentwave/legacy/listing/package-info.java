/**
 * What is on offer, told to a service that rents and has nothing of it: it asks at the moment of renting, and is answered by
 * the owner or sent on. May depend on the things on offer, on ownership and on what all share; nobody depends on it.
 */
package com.rentwave.legacy.listing;
