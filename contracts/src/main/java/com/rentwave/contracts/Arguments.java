package com.rentwave.contracts;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * What to verify against what.
 *
 * @param pacts folder of the pact files
 * @param provider the component that must answer at {@code url}, {@code legacy-monolith} or {@code vehicle-service}
 * @param api only pacts about this API; null for all
 * @param url the provider's base address
 * @param authUrl where users register and log in
 * @param recordTo base address of the console that keeps the record; null to print only
 * @param tokenFile file with the operator token
 */
record Arguments(Path pacts, String provider, String api, URI url, URI authUrl, URI recordTo, Path tokenFile) {

    static final String USAGE = """
            Usage: VerifyContracts --pacts DIR --provider NAME --url BASE [--auth-url BASE] [--api NAME]
                                   [--record-to CONSOLE --token-file FILE]
            One line of JSON for each pact goes to the standard output, explanations to the standard error.
            Exit status: 0 every pact is kept, 1 a pact is broken, 2 not verified.""";

    private static final Set<String> NAMES =
            Set.of("--pacts", "--provider", "--api", "--url", "--auth-url", "--record-to", "--token-file");

    /** @throws IllegalArgumentException when they make no sense */
    static Arguments parse(String... words) {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < words.length; i += 2) {
            if (!NAMES.contains(words[i])) {
                throw new IllegalArgumentException("There is no option " + words[i] + ".");
            }
            if (i + 1 == words.length) {
                throw new IllegalArgumentException(words[i] + " needs a value.");
            }
            values.put(words[i], words[i + 1]);
        }
        if (values.containsKey("--record-to") != values.containsKey("--token-file")) {
            throw new IllegalArgumentException("--record-to and --token-file go together.");
        }
        URI url = base(required(values, "--url"));
        return new Arguments(
                Path.of(required(values, "--pacts")),
                required(values, "--provider"),
                values.get("--api"),
                url,
                values.containsKey("--auth-url") ? base(values.get("--auth-url")) : url,
                values.containsKey("--record-to") ? base(values.get("--record-to")) : null,
                values.containsKey("--token-file") ? Path.of(values.get("--token-file")) : null);
    }

    private static String required(Map<String, String> values, String name) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException(name + " is missing.");
        }
        return value;
    }

    private static URI base(String text) {
        URI uri = URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
        if (uri.getHost() == null || !Set.of("http", "https").contains(uri.getScheme())) {
            throw new IllegalArgumentException(text + " is not the address of a server.");
        }
        return uri;
    }
}
