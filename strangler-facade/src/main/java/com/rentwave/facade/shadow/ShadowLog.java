package com.rentwave.facade.shadow;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What the comparisons of all facades found, in the migration database. Bounded in time, causes and examples. */
@Repository
public class ShadowLog {

    private static final int MOST_CAUSES = 200;
    private static final int MOST_EXAMPLES = 20;
    private static final String OTHER = "other";
    private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ShadowLog(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** The sums of a time that ends now. */
    public Tally tally(String api, Duration window) {
        return jdbc.sql("""
                SELECT coalesce(sum(matched), 0), coalesce(sum(mismatched), 0), coalesce(sum(unstable), 0),
                       coalesce(sum(behind), 0), coalesce(sum(unanswered), 0), coalesce(sum(dropped), 0),
                       coalesce(sum(over_rate), 0), coalesce(sum(overload), 0)
                FROM shadow_tally
                WHERE api = ? AND minute > date_trunc('minute', clock_timestamp()) - make_interval(secs => ?)""")
                .param(api)
                .param(window.toMillis() / 1000.0)
                .query((row, n) -> new Tally(
                        row.getLong(1),
                        row.getLong(2),
                        row.getLong(3),
                        row.getLong(4),
                        row.getLong(5),
                        row.getLong(6),
                        row.getLong(7),
                        row.getLong(8)))
                .single();
    }

    /** What differed, most often first. */
    public List<Cause> causes(String api) {
        return jdbc.sql(
                        "SELECT cause, seen, first_at, last_at FROM shadow_cause WHERE api = ? ORDER BY seen DESC, cause")
                .param(api)
                .query((row, n) -> new Cause(
                        row.getString("cause"),
                        row.getLong("seen"),
                        instant(row, "first_at"),
                        instant(row, "last_at"),
                        examples(api, row.getString("cause"))))
                .list();
    }

    private List<Cause.Example> examples(String api, String cause) {
        return jdbc.sql("SELECT at, path, lines FROM shadow_example WHERE api = ? AND cause = ? ORDER BY id DESC")
                .param(api)
                .param(cause)
                .query((row, n) -> new Cause.Example(
                        instant(row, "at"), row.getString("path"), json.readValue(row.getString("lines"), TEXTS)))
                .list();
    }

    /** Adds to the sums of this minute. */
    void add(String api, Tally more) {
        jdbc.sql("""
                INSERT INTO shadow_tally AS t (api, minute, matched, mismatched, unstable, behind, unanswered, dropped,
                    over_rate, overload)
                VALUES (?, date_trunc('minute', clock_timestamp()), ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (api, minute) DO UPDATE
                SET matched = t.matched + excluded.matched, mismatched = t.mismatched + excluded.mismatched,
                    unstable = t.unstable + excluded.unstable, behind = t.behind + excluded.behind,
                    unanswered = t.unanswered + excluded.unanswered, dropped = t.dropped + excluded.dropped,
                    over_rate = t.over_rate + excluded.over_rate, overload = t.overload + excluded.overload""")
                .params(
                        api,
                        more.matched(),
                        more.mismatched(),
                        more.unstable(),
                        more.behind(),
                        more.unanswered(),
                        more.dropped(),
                        more.overRate(),
                        more.overload())
                .update();
        jdbc.sql("DELETE FROM shadow_tally WHERE minute < clock_timestamp() - interval '7 days'")
                .update();
    }

    /**
     * Adds differences of one cause.
     *
     * @param seen how many there were
     * @param examples some of them
     */
    void add(String api, String cause, long seen, Collection<Finding> examples) {
        String kept = isKnown(api, cause) || count(api) < MOST_CAUSES ? cause : OTHER;
        jdbc.sql("""
                INSERT INTO shadow_cause AS c (api, cause, seen) VALUES (?, ?, ?)
                ON CONFLICT (api, cause) DO UPDATE SET seen = c.seen + excluded.seen, last_at = clock_timestamp()""").params(api, kept, seen).update();
        for (Finding example : examples) {
            jdbc.sql("INSERT INTO shadow_example (api, cause, path, lines) VALUES (?, ?, ?, ?::jsonb)")
                    .params(
                            api,
                            kept,
                            example.path(),
                            json.writeValueAsString(
                                    example.verdict().difference().lines()))
                    .update();
        }
        jdbc.sql("""
                DELETE FROM shadow_example WHERE api = ? AND cause = ? AND id <=
                    (SELECT id FROM shadow_example WHERE api = ? AND cause = ? ORDER BY id DESC OFFSET ? LIMIT 1)""").params(api, kept, api, kept, MOST_EXAMPLES).update();
    }

    private boolean isKnown(String api, String cause) {
        return jdbc.sql("SELECT count(*) FROM shadow_cause WHERE api = ? AND cause = ?")
                        .params(api, cause)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private int count(String api) {
        return jdbc.sql("SELECT count(*) FROM shadow_cause WHERE api = ?")
                .param(api)
                .query(Integer.class)
                .single();
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
