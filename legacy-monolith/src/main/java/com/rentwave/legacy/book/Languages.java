package com.rentwave.legacy.book;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Codes of languages, ISO 639. A language with a code of two letters is known by that one, whichever of its codes was given;
 * of the others the most common.
 */
final class Languages {

    /** The codes for libraries (ISO 639-2/B) where they differ from those of the Java platform. */
    private static final Map<String, String> OF_LIBRARIES = Map.ofEntries(
            Map.entry("alb", "sq"),
            Map.entry("arm", "hy"),
            Map.entry("baq", "eu"),
            Map.entry("bur", "my"),
            Map.entry("chi", "zh"),
            Map.entry("cze", "cs"),
            Map.entry("dut", "nl"),
            Map.entry("fre", "fr"),
            Map.entry("geo", "ka"),
            Map.entry("ger", "de"),
            Map.entry("gre", "el"),
            Map.entry("ice", "is"),
            Map.entry("mac", "mk"),
            Map.entry("mao", "mi"),
            Map.entry("may", "ms"),
            Map.entry("per", "fa"),
            Map.entry("rum", "ro"),
            Map.entry("slo", "sk"),
            Map.entry("tib", "bo"),
            Map.entry("wel", "cy"));

    /** Without a code of two letters; {@code mul} and {@code und} are several and an unknown one. */
    private static final String[] OF_THREE_LETTERS = {
        "ang", "arc", "ast", "ceb", "dsb", "enm", "fil", "frm", "fro", "frr", "gmh", "goh", "grc", "gsw", "haw", "hsb",
        "mul", "nds", "non", "sco", "scn", "sux", "syr", "und", "zxx"
    };

    private static final Map<String, String> CODES = codes();

    private Languages() {}

    static Optional<String> find(String code) {
        return Optional.ofNullable(CODES.get(code));
    }

    private static Map<String, String> codes() {
        Map<String, String> codes = new HashMap<>(OF_LIBRARIES);
        for (String two : Locale.getISOLanguages()) {
            if (two.length() == 2) {
                codes.put(two, two);
                codes.put(new Locale(two).getISO3Language(), two);
            }
        }
        Arrays.stream(OF_THREE_LETTERS).forEach(three -> codes.put(three, three));
        return Map.copyOf(codes);
    }
}
