/**
 * The clock by which rentals begin, end and are late. It is the real clock, unless the operator of a test or a
 * demonstration moves it. Only rentals read it; may depend on the shared web package only.
 */
package com.rentwave.legacy.clock;
