/**
 * What the monolith relies on in domain events, whoever tells them: its event log and its notifications are made of them. A
 * pact here names the API that the events are about. Depends on no provider.
 */
package com.rentwave.contracts.events;
