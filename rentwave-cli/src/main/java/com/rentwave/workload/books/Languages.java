package com.rentwave.workload.books;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.Set;

/**
 * The codes of languages that catalogues use, as ISO 639-1 where a language has such a code: ISO 639-2 in its two
 * versions (the bibliographic one says {@code ger}, the terminological one {@code deu}) and tags like {@code en-US}.
 */
final class Languages {

    private static final Map<String, String> BIBLIOGRAPHIC = Map.ofEntries(
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

    /** Languages that have no code of two letters, and {@code mul} for several. */
    private static final Set<String> WITHOUT_TWO_LETTERS =
            Set.of("ang", "ceb", "enm", "fil", "grc", "haw", "mul", "nds", "non", "sco", "scn");

    /** Old codes of Java's, and the ones that replaced them. */
    private static final Map<String, String> RENAMED = Map.of("in", "id", "iw", "he", "ji", "yi");

    private static final Map<String, String> SHORT = codes();

    private Languages() {}

    /** The code; a language without one of two letters keeps its three ({@code fil}). Empty for what is none. */
    static Optional<String> code(String text) {
        String language = text.strip().split("[-_]")[0].toLowerCase(Locale.ROOT);
        if (SHORT.containsKey(language)) {
            return Optional.of(SHORT.get(language));
        }
        return WITHOUT_TWO_LETTERS.contains(language) ? Optional.of(language) : Optional.empty();
    }

    private static Map<String, String> codes() {
        Map<String, String> codes = new HashMap<>(BIBLIOGRAPHIC);
        for (String two : Locale.getISOLanguages()) {
            String code = RENAMED.getOrDefault(two, two);
            codes.put(two, code);
            try {
                codes.put(Locale.forLanguageTag(two).getISO3Language(), code);
            } catch (MissingResourceException e) {
                continue;
            }
        }
        return codes;
    }
}
