package com.rentwave.system.parity;

import java.security.GeneralSecurityException;
import java.util.List;
import java.util.stream.Stream;

/** Good requests, bad requests, and requests of people who want to break something. */
final class ParityCases {

    private ParityCases() {}

    static List<ParityCase> all(TestTokens tokens) throws GeneralSecurityException {
        return Stream.of(new ReadCases(), new BodyCases(), new WriteCases(tokens))
                .flatMap(some -> some.cases().stream())
                .toList();
    }
}
