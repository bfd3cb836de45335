package com.rentwave.service.store;

import com.rentwave.service.ServiceIdentity;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The kept answers of all users. They are rows of the API: written in the transaction of the change they belong to, under
 * the same guard, and copied to the other side.
 */
@Repository
public class KeptAnswers {

    private final JdbcClient database;
    private final Clock clock;
    private final String table;

    KeptAnswers(JdbcClient database, Clock clock, ServiceIdentity service) {
        this.database = database;
        this.clock = clock;
        this.table = service.keptAnswers();
    }

    /** The lock that whoever wants to find or keep an answer under a key takes first. */
    public String lockOf(long userId, String key) {
        return table + '\n' + userId + '\n' + key;
    }

    /** Where they are. */
    public String table() {
        return table;
    }

    /**
     * Forgets answers from before a time, the oldest first; one that somebody is just about to forget is left to him.
     *
     * @return how many, at most {@code most}
     */
    public int forget(Instant before, int most) {
        return database.sql("DELETE FROM " + table + " WHERE ctid = ANY (ARRAY(SELECT ctid FROM " + table
                        + " WHERE created_at < ? ORDER BY created_at LIMIT ? FOR UPDATE SKIP LOCKED))")
                .params(before.atOffset(ZoneOffset.UTC), most)
                .update();
    }

    public Optional<KeptAnswer> find(long userId, String key) {
        return database.sql("SELECT request_hash, status, body, etag, location FROM " + table
                        + " WHERE user_id = ? AND key = ?")
                .params(userId, key)
                .query((row, number) -> new KeptAnswer(
                        row.getString(1), row.getInt(2), row.getString(3), row.getString(4), row.getString(5)))
                .optional();
    }

    public void keep(long userId, String key, KeptAnswer answer) {
        database.sql("INSERT INTO " + table
                        + " (user_id, key, request_hash, status, body, etag, location, created_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        userId,
                        key,
                        answer.requestHash(),
                        answer.status(),
                        answer.body(),
                        answer.etag(),
                        answer.location(),
                        clock.instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC))
                .update();
    }
}
