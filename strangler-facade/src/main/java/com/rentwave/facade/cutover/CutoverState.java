package com.rentwave.facade.cutover;

/** What became of a move. */
public enum CutoverState {
    /** A coordinator works on it, or will as soon as the lease is free. */
    RUNNING,
    /** The API is in the phase that was asked for. */
    DONE,
    /** A gate said no; the API is in the last phase it entered. */
    REFUSED,
    /** Something failed and was undone; the API is in the last phase it entered. */
    ABORTED
}
