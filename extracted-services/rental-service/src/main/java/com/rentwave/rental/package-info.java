/**
 * The domain: who has what from when to when, what was paid for it, and what it costs not to bring it back. A rental keeps
 * its own copy of title, price, late fee and owner. It knows neither Spring nor HTTP, JSON or SQL; everything else in this
 * service may depend on it, it depends on nothing.
 */
package com.rentwave.rental;
