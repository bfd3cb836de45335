/**
 * The service as a process: its entry point, its settings, which build runs and whether it is well. Depends on every other
 * package; nothing depends on it.
 */
package com.rentwave.vehicle.application;
