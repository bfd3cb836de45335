package com.rentwave.legacy.web;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Texts as they are compared by those who search: in lower case, letters without their marks, control characters blank. */
public final class Folding {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NO_LETTERS = Pattern.compile("[\\p{Cc}\\p{Cs}]");
    /** Letters that are no others with a mark. */
    private static final Map<Character, String> LETTERS =
            Map.of('ß', "ss", 'ø', "o", 'æ', "ae", 'œ', "oe", 'ł', "l", 'đ', "d", 'ð', "d", 'þ', "th", 'ı', "i");

    private Folding() {}

    public static String fold(String text) {
        String blank = NO_LETTERS.matcher(text).replaceAll(" ");
        String plain =
                MARKS.matcher(Normalizer.normalize(blank, Normalizer.Form.NFKD)).replaceAll("");
        StringBuilder folded = new StringBuilder(plain.length());
        String lower = plain.toLowerCase(Locale.ROOT);
        for (int i = 0; i < lower.length(); i++) {
            char c = lower.charAt(i);
            folded.append(LETTERS.getOrDefault(c, String.valueOf(c)));
        }
        return folded.toString();
    }

    /** The words of a text, folded. */
    public static List<String> words(String text) {
        return Arrays.stream(fold(text).split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
