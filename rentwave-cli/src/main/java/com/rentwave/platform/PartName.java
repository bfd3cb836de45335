package com.rentwave.platform;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The processes RentWave consists of, in the order in which they can start; they stop in the opposite order. */
public enum PartName {
    POSTGRESQL("postgresql", Set.of("postgres"), Set.of()),
    KAFKA("kafka", Set.of("kafka-broker"), Set.of()),
    MONOLITH("monolith", Set.of("legacy-monolith", "wildfly"), Set.of(POSTGRESQL)),
    VEHICLE_SERVICE("vehicle-service", Set.of(), Set.of(POSTGRESQL, KAFKA)),
    RENTAL_SERVICE("rental-service", Set.of(), Set.of(POSTGRESQL, KAFKA)),
    CDC("cdc", Set.of(), Set.of(POSTGRESQL, KAFKA)),
    FACADE("facade", Set.of("strangler-facade"), Set.of(POSTGRESQL));

    private final String text;
    private final Set<String> aliases;
    private final Set<PartName> needs;

    PartName(String text, Set<String> aliases, Set<PartName> needs) {
        this.text = text;
        this.aliases = aliases;
        this.needs = needs;
    }

    /** The name people type, and the name of its log and pid files. */
    public String text() {
        return text;
    }

    /** The parts that must be healthy before this one can start. */
    Set<PartName> needs() {
        return needs;
    }

    /** The part somebody typed. */
    public static PartName of(String typed) {
        String wanted = typed.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(part -> part.text.equals(wanted) || part.aliases.contains(wanted))
                .findFirst()
                .orElseThrow(() -> new PlatformException("There is no part named " + typed + ". The parts are "
                        + names().stream().collect(Collectors.joining(", ")) + "."));
    }

    static List<String> names() {
        return Arrays.stream(values()).map(PartName::text).toList();
    }
}
