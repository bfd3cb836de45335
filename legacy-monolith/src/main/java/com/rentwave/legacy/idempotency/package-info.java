/**
 * The transaction of a write: ownership asserted first, a repeated {@code Idempotency-Key} answered with the stored
 * answer, the key stored together with the change. Knows no feature.
 */
package com.rentwave.legacy.idempotency;
