/**
 * HTTP as the API promises it: strict reading of requests, answers and problems byte for byte as the monolith gives them,
 * idempotency keys, and the positions that let a reader see its own writes. May depend on every other package of the
 * chassis except sync and process.
 */
package com.rentwave.service.web;
