/**
 * What becomes of an API whose rows another side owns: what the monolith still answers of it is counted, and once its
 * database says that it is retired from the API for ever, nothing is answered but that. Knows addresses, and no feature;
 * stays when a retired feature is deleted.
 */
package com.rentwave.legacy.retirement;
