/**
 * Who uses RentWave: registration, sign-in, and the signed token every other part trusts. May depend on the shared web
 * and idempotency packages only.
 */
package com.rentwave.legacy.user;
