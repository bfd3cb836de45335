package com.rentwave.service.session;

/**
 * Somebody who is signed in.
 *
 * @param id the monolith's user id
 */
public record User(long id) {}
