package com.rentwave.cli;

/** What the commands' exit codes mean. 2, wrong usage, comes from the parser. */
final class ExitCodes {

    static final int DONE = 0;

    /** Refused, aborted, or done with something to look at; a sentence says what. */
    static final int NOT_DONE = 1;

    static final int USAGE = 2;

    /** RentWave, or the part that is asked, does not answer. */
    static final int NOT_REACHABLE = 3;

    private ExitCodes() {}
}
