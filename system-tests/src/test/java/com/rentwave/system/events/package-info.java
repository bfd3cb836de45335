/** Whether the event log tells all that happened, once, in order. */
package com.rentwave.system.events;
