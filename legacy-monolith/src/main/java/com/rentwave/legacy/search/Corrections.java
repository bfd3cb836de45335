package com.rentwave.legacy.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What somebody probably meant: of texts that have words much like those searched for, the words nearest to them. Near are
 * words that few slips make of each other: a letter wrong, missing or too many, two letters that have changed places (the
 * distance of Damerau and Levenshtein, in its variant that touches no letter twice).
 */
final class Corrections {

    /** Of shorter words nobody can tell a slip from another word. */
    static final int SHORTEST = 4;

    private static final int MOST = 4;
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private Corrections() {}

    /** Words meant instead of those searched for, in their order. */
    private record Meant(List<String> words, int slips) {}

    /** The likeliest first, a few at most; none when every word is right as it is or nothing is near. */
    static List<List<String>> of(List<String> words, List<String> texts) {
        Map<Meant, Integer> votes = new HashMap<>();
        texts.forEach(text -> meant(words, text).ifPresent(meant -> votes.merge(meant, 1, Integer::sum)));
        int fewest = votes.keySet().stream().mapToInt(Meant::slips).min().orElse(0);
        return votes.entrySet().stream()
                .filter(entry -> entry.getKey().slips() == fewest)
                .sorted(Map.Entry.<Meant, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(entry -> String.join(" ", entry.getKey().words())))
                .limit(MOST)
                .map(entry -> entry.getKey().words())
                .toList();
    }

    private static Optional<Meant> meant(List<String> words, String text) {
        String[] others = BETWEEN_WORDS.split(text);
        List<String> meant = new ArrayList<>();
        int slips = 0;
        for (String word : words) {
            if (text.contains(word)) {
                meant.add(word);
                continue;
            }
            Optional<String> nearest = Arrays.stream(others)
                    .filter(other -> slips(word, other) <= allowed(word))
                    .min(Comparator.comparingInt(other -> slips(word, other)));
            if (nearest.isEmpty()) {
                return Optional.empty();
            }
            meant.add(nearest.get());
            slips += slips(word, nearest.get());
        }
        return slips == 0 ? Optional.empty() : Optional.of(new Meant(meant, slips));
    }

    /** Longer words have more room for slips. */
    private static int allowed(String word) {
        int length = word.length();
        if (length < SHORTEST) {
            return 0;
        }
        return length < 6 ? 1 : length < 10 ? 2 : 3;
    }

    /** How many slips make one word of the other. */
    static int slips(String one, String other) {
        if (Math.abs(one.length() - other.length()) > 3) {
            return Integer.MAX_VALUE;
        }
        int[] beforeLast = new int[other.length() + 1];
        int[] last = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int[] now = new int[other.length() + 1];
            now[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int wrong = last[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                now[j] = Math.min(wrong, Math.min(last[j], now[j - 1]) + 1);
                if (i > 1 && j > 1 && swapped(one, i, other, j)) {
                    now[j] = Math.min(now[j], beforeLast[j - 2] + 1);
                }
            }
            beforeLast = last;
            last = now;
        }
        return last[other.length()];
    }

    private static boolean swapped(String one, int i, String other, int j) {
        return one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1);
    }
}
