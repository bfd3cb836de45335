/**
 * Who is asking: checks the bearer token that the monolith signed against the keys it publishes. May depend on the JOSE
 * library and the servlet API; knows nothing of any API.
 */
package com.rentwave.service.session;
