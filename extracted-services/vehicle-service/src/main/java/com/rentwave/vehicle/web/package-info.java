/**
 * The public API of vehicles over HTTP: strict reading of requests, the answers and problems byte for byte as the monolith
 * gives them, idempotency keys, and the positions that let a reader see its own writes. May depend on every other package
 * of the service except sync.
 */
package com.rentwave.vehicle.web;
