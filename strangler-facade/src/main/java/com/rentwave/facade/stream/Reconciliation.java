package com.rentwave.facade.stream;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/**
 * A comparison of the rows of the two sides.
 *
 * @param compared how many rows
 * @param differences what differs, and still did at a second look
 * @param clean whether nothing differs
 * @param startedAt when it began; a row changed before is compared
 * @param provenAt when present, rows that were not compared were equal then and have not been written since
 * @param expiringProvenAt when present, that holds of kept answers only as far as they say themselves when they were written;
 *     then all of them were looked at
 */
public record Reconciliation(
        long compared,
        List<Difference> differences,
        boolean clean,
        Instant startedAt,
        Instant provenAt,
        Instant expiringProvenAt) {

    public Reconciliation {
        differences = differences == null ? List.of() : List.copyOf(differences);
    }

    /** A row that is not the same on both sides; null where a side has none. */
    public record Difference(String table, String key, Map<String, Object> legacy, Map<String, Object> service) {}

    /** One sentence that names at most three rows and none of their values. */
    public String sentence() {
        if (clean) {
            return compared + " rows compared, all equal" + others();
        }
        StringBuilder text = new StringBuilder()
                .append(compared)
                .append(" rows compared, ")
                .append(differences.size())
                .append(differences.size() == 1 ? " differs: " : " differ: ");
        for (int i = 0; i < Math.min(3, differences.size()); i++) {
            Difference difference = differences.get(i);
            text.append(i == 0 ? "" : ", ")
                    .append(difference.table())
                    .append(' ')
                    .append(difference.key());
        }
        return text.append(differences.size() > 3 ? ", …" : "").toString();
    }

    private String others() {
        if (provenAt == null) {
            return "";
        }
        return "; all others are as they were at " + provenAt.truncatedTo(ChronoUnit.SECONDS) + ", when they were equal"
                + (expiringProvenAt == null
                        ? ""
                        : " (of the kept answers among them, all were looked at at "
                                + expiringProvenAt.truncatedTo(ChronoUnit.SECONDS) + ")");
    }
}
