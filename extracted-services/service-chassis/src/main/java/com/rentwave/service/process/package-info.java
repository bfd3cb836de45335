/**
 * A service as a process: which build runs, whether it is well, what it does without being asked, and who may ask it what
 * users may not. Nothing of the chassis depends on it; a service's own timers and alarms do.
 */
package com.rentwave.service.process;
