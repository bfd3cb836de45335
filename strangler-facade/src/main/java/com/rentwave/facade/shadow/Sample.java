package com.rentwave.facade.shadow;

import com.rentwave.sync.Side;

/**
 * A read of a user's, to be compared.
 *
 * @param answer what the user got
 */
public record Sample(Read read, Side answeredBy, SideAnswer answer) {}
