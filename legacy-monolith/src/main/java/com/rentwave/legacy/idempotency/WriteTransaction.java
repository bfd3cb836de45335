package com.rentwave.legacy.idempotency;

import com.rentwave.legacy.web.Bodies;
import com.rentwave.legacy.web.Problem;
import com.rentwave.legacy.web.Refusal;
import com.rentwave.legacy.web.Times;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** One transaction: ownership, stored answer, change, key; in this order. */
@ApplicationScoped
class WriteTransaction {

    private final DataSource database;
    private final EntityManager entities;
    private final Clock clock;

    @Inject
    WriteTransaction(DataSource database, EntityManager entities, Clock clock) {
        this.database = database;
        this.entities = entities;
        this.clock = clock;
    }

    protected WriteTransaction() {
        this(null, null, null);
    }

    @Transactional
    Answer run(Scope scope, Write write, Supplier<Answer> change) {
        try {
            begin(scope, write);
            Optional<Answer> stored = stored(scope, write);
            if (stored.isPresent()) {
                return stored.get();
            }
            Answer answer = change.get();
            entities.flush();
            store(scope, write, answer);
            return answer;
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }

    /**
     * Asserts ownership, and makes a second request with the same key wait for the first here, before it looks at
     * anything that the first is about to change. Both cost one round trip.
     */
    private void begin(Scope scope, Write write) throws SQLException {
        if (scope.api().isEmpty() && write.key().isEmpty()) {
            return;
        }
        String guard =
                scope.api().map(api -> "sync.assert_owner('" + api + "')").orElse("NULL");
        String lock = write.key().isPresent() ? ", pg_advisory_xact_lock(?)" : "";
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement("SELECT " + guard + lock)) {
            if (write.key().isPresent()) {
                statement.setLong(1, lockOf(scope, write));
            }
            statement.execute();
        }
    }

    private static long lockOf(Scope scope, Write write) {
        String name = scope.table() + '\n' + write.userId() + '\n' + write.key().orElseThrow();
        return ByteBuffer.wrap(Write.sha256().digest(Bodies.bytes(name))).getLong();
    }

    private Optional<Answer> stored(Scope scope, Write write) throws SQLException {
        if (write.key().isEmpty()) {
            return Optional.empty();
        }
        String query = "SELECT req_hash, sts_cd, resp_tx, etag_tx, loc_tx FROM " + scope.table()
                + " WHERE usr_id = ? AND idem_key = ?";
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setLong(1, write.userId());
            statement.setString(2, write.key().get());
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(replay(row, write)) : Optional.empty();
            }
        }
    }

    private static Answer replay(ResultSet row, Write write) throws SQLException {
        if (!row.getString("req_hash").equals(write.hash())) {
            throw Refusal.of(Problem.IDEMPOTENCY_KEY_REUSED, "This Idempotency-Key was used for another request.");
        }
        return new Answer(
                row.getInt("sts_cd"), row.getString("resp_tx"), row.getString("etag_tx"), row.getString("loc_tx"));
    }

    private void store(Scope scope, Write write, Answer answer) throws SQLException {
        if (write.key().isEmpty()) {
            return;
        }
        String insert = "INSERT INTO " + scope.table()
                + " (usr_id, idem_key, req_hash, sts_cd, resp_tx, etag_tx, loc_tx, crt_ts) VALUES (?,?,?,?,?,?,?,?)";
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(insert)) {
            statement.setLong(1, write.userId());
            statement.setString(2, write.key().get());
            statement.setString(3, write.hash());
            statement.setInt(4, answer.status());
            statement.setString(5, answer.body());
            statement.setString(6, answer.etag());
            statement.setString(7, answer.location());
            statement.setObject(8, Times.now(clock));
            statement.executeUpdate();
        }
    }
}
