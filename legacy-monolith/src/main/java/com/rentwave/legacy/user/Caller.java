package com.rentwave.legacy.user;

/** A registered user who sends a request. */
record Caller(long userId, boolean administrator) {}
