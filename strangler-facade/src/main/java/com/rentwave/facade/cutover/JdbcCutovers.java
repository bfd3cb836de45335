package com.rentwave.facade.cutover;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import javax.sql.DataSource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The moves in the tables {@code cutover} and {@code cutover_step}. Times are those of the database's clock. */
@Component
class JdbcCutovers implements Cutovers {

    private static final String COLUMNS = "id, api, from_phase, to_phase, state, attempt, phase, step, epoch, reason,"
            + " extract(epoch FROM clock_timestamp() - step_since) * 1000 AS step_millis,"
            + " reasons, held, longest_hold_millis, because, ordered_role, ordered_way, ordered_name,"
            + " started_at, ended_at";

    /** The record moves on, and with it, in the same statement, its history. */
    private static final String STORE = """
        WITH moved AS (
            UPDATE cutover
            SET attempt = ?, phase = ?, step = ?, epoch = ?, state = ?, reason = ?, reasons = ?::jsonb, held = ?,
                longest_hold_millis = ?, step_since = clock_timestamp(),
                ended_at = CASE WHEN ? = 'RUNNING' THEN NULL ELSE clock_timestamp() END
            WHERE id = ? AND attempt = ? AND phase = ? AND step = ? AND state = 'RUNNING'
            RETURNING %s
        ), ended AS (
            UPDATE cutover_step s SET state = ?, ended_at = clock_timestamp(), detail = ?
            FROM moved m WHERE s.cutover_id = m.id AND s.attempt = ? AND s.phase = ? AND s.step = ?
        ), begun AS (
            INSERT INTO cutover_step (cutover_id, attempt, phase, step, state)
            SELECT m.id, m.attempt, m.phase, m.step, 'RUNNING' FROM moved m WHERE m.state = 'RUNNING'
        )
        SELECT * FROM moved
        """.formatted(COLUMNS);

    private static final String LEASE = """
        UPDATE cutover SET lease_holder = ?, lease_until = clock_timestamp() + make_interval(secs => ?)
        WHERE state = 'RUNNING'
          AND (lease_holder IS NULL OR lease_holder = ? OR lease_until < clock_timestamp())
        RETURNING %s
        """.formatted(COLUMNS);

    private static final TypeReference<List<Reason>> REASONS = new TypeReference<>() {};

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final JsonMapper json;

    JdbcCutovers(DataSource migration, JsonMapper json) {
        this.jdbc = new JdbcTemplate(migration);
        this.transaction = new TransactionTemplate(new DataSourceTransactionManager(migration));
        this.json = json;
    }

    @Override
    public OptionalLong ask(String api, CutoverPhase from, CutoverPhase to, OrderedBy by, String because) {
        PhaseChange first = from.pathTo(to).get(0);
        try {
            Long id = jdbc.queryForObject(
                    """
                    WITH asked AS (
                        INSERT INTO cutover (api, from_phase, to_phase, state, attempt, phase, step, because,
                                             ordered_role, ordered_way, ordered_name)
                        VALUES (?, ?, ?, 'RUNNING', 1, ?, 'GATES', ?, ?, ?, ?) RETURNING id
                    ), begun AS (
                        INSERT INTO cutover_step (cutover_id, attempt, phase, step, state)
                        SELECT id, 1, ?, 'GATES', 'RUNNING' FROM asked
                    )
                    SELECT id FROM asked
                    """,
                    Long.class,
                    api,
                    from.name(),
                    to.name(),
                    first.to().name(),
                    because,
                    by.role(),
                    by.way(),
                    by.name(),
                    first.to().name());
            return OptionalLong.of(id);
        } catch (DuplicateKeyException anotherRuns) {
            return OptionalLong.empty();
        }
    }

    @Override
    public Optional<Cutover> find(long id) {
        return one("SELECT " + COLUMNS + " FROM cutover WHERE id = ?", id);
    }

    @Override
    public Optional<Cutover> running() {
        return one("SELECT " + COLUMNS + " FROM cutover WHERE state = 'RUNNING'");
    }

    @Override
    public List<Cutover> newest(String api, int limit) {
        return jdbc.query(
                "SELECT " + COLUMNS + " FROM cutover WHERE ?::text IS NULL OR api = ? ORDER BY id DESC LIMIT ?",
                this::cutover,
                api,
                api,
                limit);
    }

    @Override
    public List<StepRecord> history(long id) {
        return jdbc.query(
                "SELECT attempt, phase, step, state, started_at, ended_at, detail FROM cutover_step"
                        + " WHERE cutover_id = ? ORDER BY number",
                (row, n) -> new StepRecord(
                        row.getInt("attempt"),
                        CutoverPhase.valueOf(row.getString("phase")),
                        CutoverStep.valueOf(row.getString("step")),
                        row.getString("state"),
                        instant(row, "started_at"),
                        instant(row, "ended_at"),
                        row.getString("detail")),
                id);
    }

    @Override
    public Optional<Cutover> lease(String holder, Duration length) {
        return one(LEASE, holder, length.toMillis() / 1000.0, holder);
    }

    @Override
    public void release(String holder) {
        jdbc.update(
                "UPDATE cutover SET lease_holder = NULL, lease_until = NULL WHERE state = 'RUNNING' AND lease_holder ="
                        + " ?",
                holder);
    }

    @Override
    public Optional<Cutover> store(Cutover expected, Cutover next, String detail) {
        boolean failed = next.step() == CutoverStep.ABORT
                || next.state() == CutoverState.REFUSED
                || next.state() == CutoverState.ABORTED && expected.step() != CutoverStep.ABORT
                || next.attempt() > expected.attempt() && expected.step() == CutoverStep.GATES;
        return one(
                STORE,
                next.attempt(),
                next.change().to().name(),
                next.step().name(),
                next.epoch(),
                next.state().name(),
                next.reason(),
                json.writeValueAsString(next.reasons()),
                next.held(),
                next.longestHoldMillis(),
                next.state().name(),
                expected.id(),
                expected.attempt(),
                expected.change().to().name(),
                expected.step().name(),
                failed ? "FAILED" : "DONE",
                detail,
                expected.attempt(),
                expected.change().to().name(),
                expected.step().name());
    }

    @Override
    public boolean whileAt(Cutover at, Runnable change) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            boolean there = !jdbc.queryForList(
                            "SELECT id FROM cutover WHERE id = ? AND attempt = ? AND phase = ? AND step = ?"
                                    + " AND state = 'RUNNING' FOR UPDATE",
                            Long.class,
                            at.id(),
                            at.attempt(),
                            at.change().to().name(),
                            at.step().name())
                    .isEmpty();
            if (there) {
                change.run();
            }
            return there;
        }));
    }

    private Optional<Cutover> one(String sql, Object... values) {
        return jdbc.query(sql, this::cutover, values).stream().findFirst();
    }

    private Cutover cutover(ResultSet row, int number) throws SQLException {
        CutoverPhase from = CutoverPhase.valueOf(row.getString("from_phase"));
        CutoverPhase to = CutoverPhase.valueOf(row.getString("to_phase"));
        CutoverPhase entering = CutoverPhase.valueOf(row.getString("phase"));
        PhaseChange change = from.pathTo(to).stream()
                .filter(candidate -> candidate.to() == entering)
                .findFirst()
                .orElseThrow(
                        () -> new SQLException("a move from " + from + " to " + to + " does not enter " + entering));
        return new Cutover(
                row.getLong("id"),
                row.getString("api"),
                from,
                to,
                CutoverState.valueOf(row.getString("state")),
                row.getInt("attempt"),
                change,
                CutoverStep.valueOf(row.getString("step")),
                Duration.ofMillis((long) row.getDouble("step_millis")),
                row.getObject("epoch", Long.class),
                row.getString("reason"),
                json.readValue(row.getString("reasons"), REASONS),
                row.getInt("held"),
                row.getLong("longest_hold_millis"),
                row.getString("because"),
                orderedBy(row),
                instant(row, "started_at"),
                instant(row, "ended_at"));
    }

    private static OrderedBy orderedBy(ResultSet row) throws SQLException {
        String role = row.getString("ordered_role");
        return role == null
                ? OrderedBy.UNKNOWN
                : new OrderedBy(role, row.getString("ordered_way"), row.getString("ordered_name"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
