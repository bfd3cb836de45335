package com.rentwave.cdc.control;

import org.springframework.http.HttpStatus;

/** A request that cannot be answered, as RFC 9457 has it. */
final class Problem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final HttpStatus status;
    private final String name;
    private final String title;

    Problem(HttpStatus status, String name, String title, String detail) {
        super(detail);
        this.status = status;
        this.name = name;
        this.title = title;
    }

    HttpStatus status() {
        return status;
    }

    String name() {
        return name;
    }

    String title() {
        return title;
    }
}
