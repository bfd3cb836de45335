/**
 * The other parts of the system that this one asks: the monolith and the vehicle service, over HTTP, with the internal token.
 * Knows how long to wait and what may be asked again; knows nothing of what is asked.
 */
package com.rentwave.rental.peer;
