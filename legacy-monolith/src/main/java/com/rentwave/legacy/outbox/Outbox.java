package com.rentwave.legacy.outbox;

import com.rentwave.legacy.web.Times;
import com.rentwave.legacy.web.Traces;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.util.UUID;
import javax.sql.DataSource;

/** Where events wait for Kafka: committed with the change they tell of, or not at all. */
@ApplicationScoped
public class Outbox {

    private static final String INSERT =
            "INSERT INTO t_outbx (evt_id, agg_cd, agg_id, typ_cd, act_usr_id, trc_tx, crt_ts, dat_tx)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)";

    private final DataSource database;
    private final Clock clock;

    @Inject
    Outbox(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    protected Outbox() {
        this(null, null);
    }

    /** Adds an event to the caller's transaction; without one it is refused. */
    @Transactional(TxType.MANDATORY)
    public void add(DomainEvent event) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(INSERT)) {
            statement.setObject(1, UUID.randomUUID());
            statement.setString(2, event.aggregateType());
            statement.setString(3, event.aggregateId());
            statement.setString(4, event.type());
            statement.setObject(5, event.actor(), java.sql.Types.BIGINT);
            statement.setString(6, Traces.current());
            statement.setObject(7, Times.now(clock));
            statement.setString(8, event.data());
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }
}
