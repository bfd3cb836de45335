/**
 * The clock by which rentals begin, end and are late. It is the real clock, unless the operator of a test or a demonstration
 * moves it. May depend on the chassis only.
 */
package com.rentwave.rental.clock;
