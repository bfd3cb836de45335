/**
 * Who uses RentWave: registration, sign-in, profiles, administrators, and the signed token every other part trusts. May
 * depend on the shared web and idempotency packages and on the outbox only.
 */
package com.rentwave.legacy.user;
