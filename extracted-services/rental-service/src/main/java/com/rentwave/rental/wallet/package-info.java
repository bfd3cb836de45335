/**
 * The monolith's wallet as rentals use it: money is reserved, then booked or let go; paid back; charged for days late. Each
 * request carries its own id, and says the same twice.
 */
package com.rentwave.rental.wallet;
