package com.rentwave.facade.contract;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The verifications in the table {@code contract_verification}. */
@Repository
class JdbcVerifications implements Verifications {

    private static final String COLUMNS =
            "consumer, provider, build, pact_hash, verified, verified_at, failures, pact_provider, interactions";
    private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};

    private static final TypeReference<Map<String, String>> HASHES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    JdbcVerifications(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @Override
    public void add(Verification verification) {
        jdbc.sql("INSERT INTO contract_verification (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?::jsonb)")
                .param(verification.consumer())
                .param(verification.provider())
                .param(verification.build())
                .param(verification.pactHash())
                .param(verification.verified())
                .param(OffsetDateTime.ofInstant(verification.at(), ZoneOffset.UTC))
                .param(json.writeValueAsString(verification.failures()))
                .param(verification.pactProvider())
                .param(json.writeValueAsString(verification.interactions()))
                .update();
    }

    @Override
    public Optional<Verification> newest(String pactHash, String provider, String build) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM contract_verification"
                        + " WHERE pact_hash = ? AND provider = ? AND build = ? ORDER BY id DESC LIMIT 1")
                .param(pactHash)
                .param(provider)
                .param(build)
                .query(this::verification)
                .optional();
    }

    @Override
    public Optional<Verification> newestKept(String consumer, String pactProvider, String provider) {
        return jdbc.sql(
                        "SELECT " + COLUMNS + " FROM contract_verification"
                                + " WHERE consumer = ? AND pact_provider = ? AND provider = ? AND verified ORDER BY id DESC LIMIT 1")
                .param(consumer)
                .param(pactProvider)
                .param(provider)
                .query(this::verification)
                .optional();
    }

    @Override
    public boolean everKept(String consumer, String pactProvider) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM contract_verification"
                        + " WHERE consumer = ? AND pact_provider = ? AND verified)")
                .param(consumer)
                .param(pactProvider)
                .query(Boolean.class)
                .single();
    }

    @Override
    public List<Verification> newest(int limit) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM contract_verification ORDER BY id DESC LIMIT ?")
                .param(limit)
                .query(this::verification)
                .list();
    }

    private Verification verification(ResultSet row, int number) throws SQLException {
        return new Verification(
                row.getString("consumer"),
                row.getString("provider"),
                row.getString("build"),
                row.getString("pact_hash"),
                row.getBoolean("verified"),
                row.getObject("verified_at", OffsetDateTime.class).toInstant(),
                json.readValue(row.getString("failures"), TEXTS),
                row.getString("pact_provider"),
                json.readValue(row.getString("interactions"), HASHES));
    }
}
