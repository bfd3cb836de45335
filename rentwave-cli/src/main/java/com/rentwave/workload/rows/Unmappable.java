package com.rentwave.workload.rows;

/** The reason why nothing can be made of a row. */
public final class Unmappable extends Exception {

    private static final long serialVersionUID = 1;

    public Unmappable(String reason) {
        super(reason);
    }
}
