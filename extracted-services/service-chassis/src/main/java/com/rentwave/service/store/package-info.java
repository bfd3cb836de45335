/**
 * What an API's writes need in PostgreSQL, whatever they write: the ownership guard seen from a transaction, and the kept
 * answers of requests with an Idempotency-Key. May depend on Spring's transactions and JDBC; not on the web.
 */
package com.rentwave.service.store;
