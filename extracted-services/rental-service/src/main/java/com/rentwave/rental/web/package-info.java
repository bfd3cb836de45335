/**
 * The public API of rentals over HTTP. May depend on every other package of the service but its entry point.
 */
package com.rentwave.rental.web;
