/**
 * What is on offer, asked of whoever owns the thing at the moment of renting. No copy is kept: one would lag, and renting needs
 * the monolith for the money anyway.
 */
package com.rentwave.rental.offer;
