/**
 * What clients saw of a running system, and the judgement over it. Histories are plain values; the checker is a pure
 * function from a history to a verdict and depends on nothing but the JDK, so that it can be tested without a system.
 */
package com.rentwave.workload.history;
