/**
 * The service as a process: its entry point, and which API it takes over. Depends on every other package; nothing depends on
 * it.
 */
package com.rentwave.rental.application;
