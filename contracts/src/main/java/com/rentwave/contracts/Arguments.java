package com.rentwave.contracts;

import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * What to verify against what.
 *
 * @param pacts folder of the pact files
 * @param provider the component that must answer at {@code url}, {@code legacy-monolith} or a service
 * @param api only pacts about this API; null for all
 * @param url the provider's base address
 * @param authUrl where users register and log in: the monolith
 * @param vehiclesUrl who owns vehicles where the provider does not: for those who rent them out
 * @param database the provider's own database, where ownership can be taken from it; null when that is not to be done
 * @param streams change data capture around the provider; null when no messages are to be verified
 * @param internalTokenFile file with the token of the provider's internal addresses; null when nothing is asked there
 * @param recordTo base address of the console that keeps the record; null to print only
 * @param tokenFile file with the operator token
 */
record Arguments(
        Path pacts,
        String provider,
        String api,
        URI url,
        URI authUrl,
        URI vehiclesUrl,
        Login database,
        Capture streams,
        Path internalTokenFile,
        URI recordTo,
        Path tokenFile) {

    /** An account in a database. */
    record Login(String url, String user, Path passwordFile) {}

    /** Kafka, and cdc with the file of its token. */
    record Capture(String kafka, URI cdc, Path tokenFile) {}

    static final String USAGE = """
            Usage: VerifyContracts --pacts DIR --provider NAME --url BASE [--auth-url BASE]
                                   [--vehicles-url BASE] [--api NAME]
                                   [--database JDBC --database-user USER --database-password-file FILE]
                                   [--kafka SERVERS --cdc-url BASE --cdc-token-file FILE] [--internal-token-file FILE]
                                   [--record-to CONSOLE --token-file FILE]
            One line of JSON for each pact goes to the standard output, explanations to the standard error.
            With PACT_BROKER_URL (and PACT_BROKER_TOKEN) in the environment a Pact Broker is told as well.
            Exit status: 0 every pact is kept, 1 a pact is broken, 2 not verified.""";

    private static final Set<String> NAMES = Set.of(
            "--pacts",
            "--provider",
            "--api",
            "--url",
            "--auth-url",
            "--vehicles-url",
            "--database",
            "--database-user",
            "--database-password-file",
            "--kafka",
            "--cdc-url",
            "--cdc-token-file",
            "--internal-token-file",
            "--record-to",
            "--token-file");

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
        together(values, "--record-to", "--token-file");
        together(values, "--database", "--database-user", "--database-password-file");
        together(values, "--kafka", "--cdc-url", "--cdc-token-file");
        URI url = base(required(values, "--url"));
        URI authUrl = values.containsKey("--auth-url") ? base(values.get("--auth-url")) : url;
        return new Arguments(
                Path.of(required(values, "--pacts")),
                required(values, "--provider"),
                values.get("--api"),
                url,
                authUrl,
                values.containsKey("--vehicles-url") ? base(values.get("--vehicles-url")) : authUrl,
                values.containsKey("--database")
                        ? new Login(
                                values.get("--database"),
                                values.get("--database-user"),
                                Path.of(values.get("--database-password-file")))
                        : null,
                values.containsKey("--kafka")
                        ? new Capture(
                                values.get("--kafka"),
                                base(values.get("--cdc-url")),
                                Path.of(values.get("--cdc-token-file")))
                        : null,
                file(values, "--internal-token-file"),
                values.containsKey("--record-to") ? base(values.get("--record-to")) : null,
                file(values, "--token-file"));
    }

    private static Path file(Map<String, String> values, String name) {
        return values.containsKey(name) ? Path.of(values.get(name)) : null;
    }

    private static void together(Map<String, String> values, String... names) {
        long told = Arrays.stream(names).filter(values::containsKey).count();
        if (told != 0 && told != names.length) {
            throw new IllegalArgumentException(String.join(" and ", names) + " go together.");
        }
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
