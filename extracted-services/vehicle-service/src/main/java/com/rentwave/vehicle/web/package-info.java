/**
 * The public API of vehicles over HTTP, and what other parts of the system may ask about them. May depend on every other
 * package of the service but its entry point.
 */
package com.rentwave.vehicle.web;
