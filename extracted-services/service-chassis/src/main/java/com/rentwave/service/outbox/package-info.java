/**
 * What domain events tell besides themselves: the trace of the request that caused them. Each service writes its own events.
 */
package com.rentwave.service.outbox;
