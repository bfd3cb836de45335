/**
 * Things that are not back: each day late is charged once, by the side that owns rentals at the moment.
 */
package com.rentwave.rental.late;
