/**
 * Rows that arrive from the monolith while it owns the API: runs the applier and tells how far it is. May depend on the
 * row-sync library; nothing depends on it.
 */
package com.rentwave.service.sync;
