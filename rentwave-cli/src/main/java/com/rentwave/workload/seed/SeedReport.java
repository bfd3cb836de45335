package com.rentwave.workload.seed;

import java.util.List;

/**
 * What is there now.
 *
 * @param made how many things this run made or changed
 * @param there how many were there already
 * @param notes what could not be made, and why
 */
public record SeedReport(List<Login> people, int made, int there, List<String> notes) {

    /** Somebody to sign in as. */
    public record Login(String name, String email, String password) {}
}
