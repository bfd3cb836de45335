package com.rentwave.legacy.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/** The filters of one SQL query, every value a parameter. */
public final class Filters {

    private static final int MOST_WORDS = 8;

    private final List<String> conditions = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();

    /** Adds a condition with a question mark for each value. */
    public Filters where(String condition, Object... parameters) {
        // PostgreSQL cannot hold the character NUL, so nothing contains it.
        if (Arrays.stream(parameters).anyMatch(value -> value instanceof String text && text.indexOf('\0') >= 0)) {
            conditions.add("FALSE");
            return this;
        }
        conditions.add(condition);
        values.addAll(List.of(parameters));
        return this;
    }

    /** Adds {@code condition} for each word of the parameter, with the word as a pattern that finds it anywhere. */
    public void words(Parameters given, String name, String condition) {
        words(given, name, condition, text -> text);
    }

    /** The same for texts that are compared folded. */
    public void foldedWords(Parameters given, String name, String condition) {
        words(given, name, condition, Folding::fold);
    }

    private void words(Parameters given, String name, String condition, UnaryOperator<String> form) {
        String[] words = form.apply(given.text(name).orElse("")).strip().split("\\s+");
        if (words.length > MOST_WORDS) {
            given.wrong(name, "must have at most " + MOST_WORDS + " words");
        }
        Arrays.stream(words).filter(word -> !word.isEmpty()).forEach(word -> where(condition, anywhere(word)));
    }

    /** Adds {@code condition} with a pattern that finds the folded text of the parameter anywhere. */
    public void folded(Parameters given, String name, String condition) {
        given.text(name).ifPresent(text -> where(condition, anywhere(Folding.fold(text.strip()))));
    }

    /** A pattern of LIKE for texts that contain another. */
    public static String anywhere(String text) {
        return '%' + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + '%';
    }

    /** With a leading blank, or nothing. */
    public String sql() {
        return conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
    }

    /** In the order of the question marks. */
    public List<Object> values() {
        return List.copyOf(values);
    }
}
