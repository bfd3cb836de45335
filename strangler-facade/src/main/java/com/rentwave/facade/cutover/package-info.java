/**
 * A move of one API between phases as one stored record, and the loop that carries it out. The record is the only truth:
 * whoever holds its lease works on it, and storing a step by compare-and-set is what decides. The package knows the
 * operations only as {@link com.rentwave.facade.cutover.Operation}; what they do stands in {@code cutover.step}.
 */
package com.rentwave.facade.cutover;
