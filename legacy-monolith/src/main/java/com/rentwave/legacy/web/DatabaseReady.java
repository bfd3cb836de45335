package com.rentwave.legacy.web;

/** The server starts and the database has the schema of this build; from now on timers may run. */
public record DatabaseReady() {}
