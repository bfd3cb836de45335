/**
 * Verifies consumers' pacts against a running provider and reports the outcome for the gate that reads it. A pact names
 * an API as its provider, so the same pact is verified against the monolith and against the service that replaces it.
 * Talks to providers through their public API only; depends on no other RentWave module.
 */
package com.rentwave.contracts;
