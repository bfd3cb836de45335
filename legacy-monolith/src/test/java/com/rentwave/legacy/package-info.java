/** Tests of the whole monolith: the provisioned server on a real PostgreSQL, driven over HTTP. */
package com.rentwave.legacy;
