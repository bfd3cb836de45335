package com.rentwave.workload.books;

import com.rentwave.workload.rows.RowFile;
import com.rentwave.workload.rows.Unmappable;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A CSV file of books. */
public final class BookFile {

    /** The columns, in this order, are the header. */
    public static final List<String> COLUMNS = List.of("isbn10", "title", "authors", "year", "language");

    private static final int OLDEST = -5000;
    private static final int NEWEST = 2100;
    private static final int NO_YEAR = 2000;
    private static final int LONGEST_TITLE = 300;
    private static final int LONGEST_NAME = 200;
    private static final int MOST_AUTHORS = 50;

    private BookFile() {}

    /**
     * Reads and maps the file.
     *
     * @throws com.rentwave.workload.rows.RowFileException when the file as a whole is not what this import reads
     */
    public static RowFile<BookRow> read(Path file, String currency) {
        return RowFile.read(file, COLUMNS, (fields, notes) -> book(fields, currency, notes));
    }

    private static BookRow book(List<String> fields, String currency, Consumer<String> notes) throws Unmappable {
        String isbn = Isbn.isbn13(fields.get(0))
                .orElseThrow(() -> new Unmappable(
                        "isbn10 is not an ISBN, or its check digit is wrong: \"" + fields.get(0) + "\""));
        String title = fields.get(1);
        if (title.isEmpty() || title.codePointCount(0, title.length()) > LONGEST_TITLE) {
            throw new Unmappable(
                    title.isEmpty() ? "title is empty" : "title is longer than " + LONGEST_TITLE + " characters");
        }
        Optional<Integer> year = year(fields.get(3), notes);
        return new BookRow(
                isbn,
                title,
                authors(fields.get(2), notes),
                year,
                language(fields.get(4), notes),
                BookTerms.of(isbn, year.orElse(NO_YEAR), currency));
    }

    private static List<String> authors(String text, Consumer<String> notes) throws Unmappable {
        List<String> names = Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
        if (names.isEmpty()) {
            throw new Unmappable("authors is empty");
        }
        Optional<String> tooLong = names.stream()
                .filter(name -> name.codePointCount(0, name.length()) > LONGEST_NAME)
                .findFirst();
        if (tooLong.isPresent()) {
            throw new Unmappable("an author's name is longer than " + LONGEST_NAME + " characters");
        }
        if (names.size() > MOST_AUTHORS) {
            notes.accept("of " + names.size() + " authors the first " + MOST_AUTHORS + " are kept");
        }
        return names.subList(0, Math.min(names.size(), MOST_AUTHORS));
    }

    private static Optional<Integer> year(String text, Consumer<String> notes) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (text.matches("-?[0-9]{1,4}")) {
            int year = Integer.parseInt(text);
            if (year >= OLDEST && year <= NEWEST) {
                return Optional.of(year);
            }
        }
        notes.accept("year " + text + " is left out: RentWave takes " + OLDEST + " to " + NEWEST);
        return Optional.empty();
    }

    private static Optional<String> language(String text, Consumer<String> notes) {
        Optional<String> code = Languages.code(text);
        if (code.isEmpty() && !text.isEmpty()) {
            notes.accept("language " + text + " is left out: it is no language's code");
        }
        return code;
    }
}
