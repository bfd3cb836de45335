/** Every domain event, for administrators. Hears of events through {@link com.rentwave.legacy.outbox} alone. */
package com.rentwave.legacy.eventlog;
