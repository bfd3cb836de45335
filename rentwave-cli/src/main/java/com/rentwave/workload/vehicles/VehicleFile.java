package com.rentwave.workload.vehicles;

import com.rentwave.workload.api.VehicleDraft;
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
 * A CSV file of vehicles, read as a whole: every row is either a vehicle or a reason why it is none.
 *
 * @param sha256 of the file's bytes, lower-case hex
 * @param rows the vehicles in the order of the file
 * @param unmapped the other rows
 */
public record VehicleFile(String sha256, List<Row> rows, List<Unmapped> unmapped) {

    /** The columns, in this order, are the header. */
    public static final List<String> COLUMNS = List.of(
            "epa_id",
            "make",
            "model",
            "year",
            "size_class",
            "transmission",
            "drive",
            "cylinders",
            "displacement_l",
            "fuel",
            "highway_mpg",
            "city_mpg");

    /** A vehicle and the line of the file on which its row begins. */
    public record Row(long line, VehicleDraft vehicle) {}

    /** A row that makes no vehicle, and why. */
    public record Unmapped(long line, String reason) {}

    /**
     * Reads and maps the file.
     *
     * @throws VehicleFileException when the file as a whole is not what this import reads; the message says why
     */
    public static VehicleFile read(Path file, String currency) {
        byte[] bytes = bytes(file);
        EpaMapping mapping = new EpaMapping(currency);
        List<Row> rows = new ArrayList<>();
        List<Unmapped> unmapped = new ArrayList<>();
        try (CSVParser parser = CSVParser.parse(decode(bytes), CSVFormat.RFC4180)) {
            long line = 1;
            for (CSVRecord record : parser) {
                if (record.getRecordNumber() == 1) {
                    checkHeader(record.toList());
                } else if (!blank(record)) {
                    map(line, record, mapping, rows, unmapped);
                }
                line = parser.getCurrentLineNumber() + 1;
            }
            if (parser.getRecordNumber() == 0) {
                throw new VehicleFileException("The file is empty. Expected is a CSV file with the header " + header());
            }
        } catch (IOException | UncheckedIOException malformed) {
            throw new VehicleFileException("The file is not readable as CSV: " + reason(malformed));
        }
        return new VehicleFile(sha256(bytes), List.copyOf(rows), List.copyOf(unmapped));
    }

    private static void map(long line, CSVRecord record, EpaMapping mapping, List<Row> rows, List<Unmapped> unmapped) {
        if (record.size() != COLUMNS.size()) {
            unmapped.add(new Unmapped(line, "has " + record.size() + " columns, not " + COLUMNS.size()));
            return;
        }
        try {
            rows.add(new Row(line, mapping.map(row(record))));
        } catch (EpaMapping.Unmappable e) {
            unmapped.add(new Unmapped(line, e.getMessage()));
        }
    }

    private static EpaRow row(CSVRecord r) {
        String[] f = r.stream().map(String::strip).toArray(String[]::new);
        return new EpaRow(f[0], f[1], f[2], f[3], f[4], f[5], f[6], f[7], f[8], f[9], f[10], f[11]);
    }

    private static boolean blank(CSVRecord record) {
        return record.size() == 1 && record.get(0).isBlank();
    }

    private static void checkHeader(List<String> found) {
        if (!found.equals(COLUMNS)) {
            throw new VehicleFileException("The first line is not the expected header.\n  expected: " + header()
                    + "\n  found:    " + shortened(String.join(",", found)));
        }
    }

    private static String header() {
        return String.join(",", COLUMNS);
    }

    private static String shortened(String text) {
        return text.length() <= 200 ? text : text.substring(0, 200) + "…";
    }

    private static byte[] bytes(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new VehicleFileException("There is no file " + file + ".");
        }
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new VehicleFileException("The file " + file + " cannot be read: " + e.getMessage());
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
            throw new VehicleFileException("The file is not UTF-8: line " + line
                    + " has a byte that no UTF-8 text has (byte " + in.position() + "). Save it as UTF-8.");
        }
        String text = out.flip().toString();
        if (text.indexOf('\0') >= 0) {
            throw new VehicleFileException(
                    "The file holds zero bytes, like UTF-16 or a binary file. Save it as UTF-8.");
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
