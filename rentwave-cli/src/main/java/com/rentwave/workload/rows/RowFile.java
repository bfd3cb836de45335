package com.rentwave.workload.rows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A CSV file, read as a whole: every row is either a thing or a reason why it is none.
 *
 * @param sha256 of the file's bytes, lower-case hex
 * @param rows the things in the order of the file
 * @param unmapped the other rows
 * @param notes what could not be kept of rows that are things
 */
public record RowFile<T>(String sha256, List<Row<T>> rows, List<Told> unmapped, List<Told> notes) {

    /** A thing and the line of the file on which its row begins. */
    public record Row<T>(long line, T thing) {}

    public RowFile {
        rows = List.copyOf(rows);
        unmapped = List.copyOf(unmapped);
        notes = List.copyOf(notes);
    }

    /**
     * Reads and maps the file.
     *
     * @param columns the header, in this order
     * @throws RowFileException when the file as a whole is not what is expected; the message says why
     */
    public static <T> RowFile<T> read(Path file, List<String> columns, RowMapping<T> mapping) {
        byte[] bytes = bytes(file);
        List<Row<T>> rows = new ArrayList<>();
        List<Told> unmapped = new ArrayList<>();
        List<Told> notes = new ArrayList<>();
        try (CSVParser parser = CSVParser.parse(decode(bytes), CSVFormat.RFC4180)) {
            long line = 1;
            for (CSVRecord record : parser) {
                if (record.getRecordNumber() == 1) {
                    checkHeader(columns, record.toList());
                } else if (!blank(record)) {
                    long begin = line;
                    try {
                        List<String> fields = fields(record, columns.size());
                        rows.add(new Row<>(begin, mapping.map(fields, note -> notes.add(new Told(begin, note)))));
                    } catch (Unmappable e) {
                        unmapped.add(new Told(begin, e.getMessage()));
                    }
                }
                line = parser.getCurrentLineNumber() + 1;
            }
            if (parser.getRecordNumber() == 0) {
                throw new RowFileException(
                        "The file is empty. Expected is a CSV file with the header " + String.join(",", columns));
            }
        } catch (IOException | UncheckedIOException malformed) {
            throw new RowFileException("The file is not readable as CSV: " + reason(malformed));
        }
        return new RowFile<>(sha256(bytes), rows, unmapped, notes);
    }

    private static List<String> fields(CSVRecord record, int columns) throws Unmappable {
        if (record.size() != columns) {
            throw new Unmappable("has " + record.size() + " columns, not " + columns);
        }
        return record.stream().map(String::strip).toList();
    }

    private static boolean blank(CSVRecord record) {
        return record.size() == 1 && record.get(0).isBlank();
    }

    private static void checkHeader(List<String> expected, List<String> found) {
        if (!found.equals(expected)) {
            throw new RowFileException("The first line is not the expected header.\n  expected: "
                    + String.join(",", expected) + "\n  found:    " + shortened(String.join(",", found)));
        }
    }

    private static String shortened(String text) {
        return text.length() <= 200 ? text : text.substring(0, 200) + "…";
    }

    private static byte[] bytes(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new RowFileException("There is no file " + file + ".");
        }
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new RowFileException("The file " + file + " cannot be read: " + e.getMessage());
        }
    }

    private static String decode(byte[] bytes) {
        int start = bytes.length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF
                ? 3
                : 0;
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes, start, bytes.length - start);
        CharBuffer out = CharBuffer.allocate(bytes.length - start);
        CoderResult result = decoder.decode(in, out, true);
        if (result.isError()) {
            long line = out.flip().chars().filter(c -> c == '\n').count() + 1;
            throw new RowFileException("The file is not UTF-8: line " + line
                    + " has a byte that no UTF-8 text has (byte " + in.position() + "). Save it as UTF-8.");
        }
        String text = out.flip().toString();
        if (text.indexOf('\0') >= 0) {
            throw new RowFileException("The file holds zero bytes, like UTF-16 or a binary file. Save it as UTF-8.");
        }
        return text;
    }

    private static String reason(Exception malformed) {
        Throwable cause = malformed.getCause() == null ? malformed : malformed.getCause();
        return cause.getMessage();
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
