/**
 * A service as a process: which build runs, whether it is well, and who may ask it what users may not. Nothing depends on it
 * but a service's own internal addresses.
 */
package com.rentwave.service.process;
