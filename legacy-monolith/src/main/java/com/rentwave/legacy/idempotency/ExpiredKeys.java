package com.rentwave.legacy.idempotency;

import com.rentwave.legacy.web.DatabaseReady;
import com.rentwave.legacy.web.Times;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/**
 * The timer that forgets keys a day after their request. The keys of vehicles and of rentals are rows of those APIs, removed by
 * whoever owns them at the moment.
 */
@ApplicationScoped
class ExpiredKeys {

    private static final Logger LOG = System.getLogger(ExpiredKeys.class.getName());
    private static final Duration KEPT = Duration.ofHours(24);
    private static final String EVERY = "RENTWAVE_IDEMPOTENCY_CLEANING";
    private static final int AT_ONCE = 1_000;

    /** Few at a time: nobody waits for a large transaction. */
    private static final String DELETE = """
            DELETE FROM %1$s WHERE ctid = ANY (ARRAY(
                SELECT ctid FROM %1$s WHERE crt_ts < ? ORDER BY crt_ts LIMIT ? FOR UPDATE SKIP LOCKED))""";

    private final DataSource database;
    private final Clock clock;
    private final ManagedScheduledExecutorService timers;
    private ScheduledFuture<?> timer;

    @Inject
    ExpiredKeys(DataSource database, Clock clock, ManagedScheduledExecutorService timers) {
        this.database = database;
        this.clock = clock;
        this.timers = timers;
    }

    protected ExpiredKeys() {
        this(null, null, null);
    }

    void start(@Observes DatabaseReady ready) {
        long millis =
                Duration.parse(System.getenv().getOrDefault(EVERY, "PT10M")).toMillis();
        timer = timers.scheduleWithFixedDelay(this::tick, millis, millis, TimeUnit.MILLISECONDS);
    }

    @PreDestroy
    void stop() {
        if (timer != null) {
            timer.cancel(false);
        }
    }

    private void tick() {
        for (Scope scope : Scope.values()) {
            removeAll(scope);
        }
    }

    /** Must not throw, or the timer would stop. That the API is owned elsewhere is what happens in a migration. */
    private void removeAll(Scope scope) {
        try {
            int removed = remove(scope);
            while (removed == AT_ONCE) {
                removed = remove(scope);
            }
        } catch (SQLException | RuntimeException e) {
            if (Ownership.isMissing(e)) {
                LOG.log(Level.DEBUG, "expired keys of {0}: their owner removes them", scope);
            } else {
                LOG.log(Level.WARNING, "expired keys: the next run tries again", e);
            }
        }
    }

    private int remove(Scope scope) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(DELETE.formatted(scope.table()))) {
            statement.setObject(1, Times.now(clock).minus(KEPT));
            statement.setInt(2, AT_ONCE);
            return statement.executeUpdate();
        }
    }
}
