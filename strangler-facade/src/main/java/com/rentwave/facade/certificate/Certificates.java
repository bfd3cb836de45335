package com.rentwave.facade.certificate;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The certificates of all flips, as a chain. A link is
 * {@code {"number","previous","certificate","hash","key","signature"}}: {@code hash} is the SHA-256 of the lines
 * {@code rentwave-flip-certificate-1}, number, previous hash and certificate (JSON without white space), joined by line
 * feeds; {@code signature} signs the same text; the first link's previous hash is 64 zeros.
 */
@Component
public class Certificates {

    private static final String FORM = "rentwave-flip-certificate-1";
    private static final String BEGINNING = "0".repeat(64);
    /** Any number will do, as long as all facades use it and nothing else does. */
    private static final long CHAIN_LOCK = 7_264_523_101L;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final SigningKey key;
    private final JsonMapper json;

    Certificates(DataSource migration, SigningKey key, JsonMapper json) {
        this.jdbc = new JdbcTemplate(migration);
        this.transaction = new TransactionTemplate(new DataSourceTransactionManager(migration));
        this.key = key;
        this.json = json;
    }

    private record Link(long number, String hash) {}

    /** Adds a certificate to the chain; a second one for the same flip is dropped. */
    public void issue(long move, long epoch, Object certificate) {
        String body = json.writeValueAsString(certificate);
        transaction.executeWithoutResult(status -> {
            jdbc.query("SELECT pg_advisory_xact_lock(?)", row -> {}, CHAIN_LOCK);
            Integer there = jdbc.queryForObject(
                    "SELECT count(*) FROM flip_certificate WHERE cutover_id = ? AND epoch = ?",
                    Integer.class,
                    move,
                    epoch);
            if (there == 0) {
                add(move, epoch, body);
            }
        });
    }

    private void add(long move, long epoch, String body) {
        Link last = jdbc
                .query(
                        "SELECT number, hash FROM flip_certificate WHERE number IS NOT NULL ORDER BY number DESC"
                                + " LIMIT 1",
                        (row, n) -> new Link(row.getLong(1), row.getString(2)))
                .stream()
                .findFirst()
                .orElse(new Link(0, BEGINNING));
        long number = last.number() + 1;
        String text = String.join("\n", FORM, Long.toString(number), last.hash(), body);
        String hash = sha256(text);
        ObjectNode link = json.createObjectNode();
        link.put("number", number);
        link.put("previous", last.hash());
        link.set("certificate", json.readTree(body));
        link.put("hash", hash);
        link.put("key", key.publicKey());
        link.put("signature", key.sign(text));
        jdbc.update(
                "INSERT INTO flip_certificate (cutover_id, epoch, number, hash, document) VALUES (?, ?, ?, ?, ?)",
                move,
                epoch,
                number,
                hash,
                json.writeValueAsString(link));
    }

    /** The links of a move, as JSON documents. */
    public List<String> of(long move) {
        return jdbc.queryForList(
                "SELECT document FROM flip_certificate WHERE cutover_id = ? AND number IS NOT NULL ORDER BY number",
                String.class,
                move);
    }

    /** The link with that number, as a JSON document. */
    public Optional<String> find(long number) {
        return jdbc
                .queryForList("SELECT document FROM flip_certificate WHERE number = ?", String.class, number)
                .stream()
                .findFirst();
    }

    /** The whole chain, first link first. */
    public List<String> all() {
        return jdbc.queryForList(
                "SELECT document FROM flip_certificate WHERE number IS NOT NULL ORDER BY number", String.class);
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
