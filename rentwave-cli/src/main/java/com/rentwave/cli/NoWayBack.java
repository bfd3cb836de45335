package com.rentwave.cli;

import java.io.PrintWriter;
import picocli.CommandLine.Option;

/** The say-so for the one move that nothing takes back. */
final class NoWayBack {

    private static final String RETIRED = "RETIRED";

    @Option(
            names = "--yes-no-way-back",
            description = {
                "Needed for RETIRED: says that you know that there is no way back from it.",
                "The monolith's component is switched off, and its database fenced for ever."
            })
    boolean meant;

    /** Whether a move to the phase may be ordered; says why not. */
    boolean allows(String api, String phase, boolean dryRun, PrintWriter err) {
        if (!phase.equals(RETIRED) || dryRun || meant) {
            return true;
        }
        err.println("RETIRED is the point of no return: no rollback brings " + api + " back to the monolith again."
                + " Nothing was ordered.");
        err.println("See what it would do with --dry-run; order it with --yes-no-way-back.");
        err.flush();
        return false;
    }
}
