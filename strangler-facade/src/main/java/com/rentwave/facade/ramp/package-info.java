/**
 * Raises the share of a canary's users, and takes it back by itself when they fare badly. Depends on {@code canary} for
 * the judgement, {@code shadow} for mismatches, {@code route} and {@code cutover} to act.
 */
package com.rentwave.facade.ramp;
