package com.rentwave.cdc.capture;

import com.rentwave.cdc.publish.Publisher;
import com.rentwave.sync.Lsn;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides for one captured database when its log gets a heartbeat. Nobody waits for positions in a log whose database owns
 * no armed API; there a heartbeat a second lets old log files go and keeps small the lag that gates ask for: the databases
 * may share one log. In an owner's log there is one
 *
 * <ul>
 *   <li>at once, when rows of an API were published after a quiet moment: their writers will ask the other side for a
 *       position just behind them;
 *   <li>after {@value #FAST_MILLIS} ms while rows are written, after {@value #STEADY_MILLIS} ms while only something else
 *       is, after {@value #SLOW_MILLIS} ms when the log grows without anybody's transactions;
 *   <li>but none when what the log held at the last look is published already, nor while rows are written and published
 *       all the time: the next of them say as much.
 * </ul>
 *
 * <p>Where the databases share one log, the transaction with which an applier stores what it has seen moves the log
 * again; one for each armed API, for each heartbeat and each look that finds new rows, is taken for an echo and does not
 * count as somebody's.
 */
final class Pulse {

    static final long FAST_MILLIS = 20;
    static final long STEADY_MILLIS = 100;
    static final long SLOW_MILLIS = 2_000;

    private static final Logger LOG = LoggerFactory.getLogger(Pulse.class);
    private static final long IDLE_MILLIS = 1_000;
    private static final long REST_MILLIS = 250;
    private static final long RETRY_MILLIS = 500;
    private static final long HOT_MILLIS = 500;
    private static final long MOST_ECHOES = 4;
    private static final int MOVES_OF_A_FLOW = 3;
    private static final int LOOKS_WITHOUT_A_MOVE = 3;
    private static final String LOOK = """
            SELECT pg_current_wal_insert_lsn() - '0/0'::pg_lsn, pg_snapshot_xmax(pg_current_snapshot())::text::bigint,
                   EXISTS (SELECT FROM sync.ownership WHERE owner = sync.side() AND api = ANY (?))""";
    private static final String BEAT =
            "SELECT pg_logical_emit_message(false, '" + Publisher.HEARTBEAT + "', '', true) - '0/0'::pg_lsn";

    private final Capture capture;
    private Connection connection;
    private long lookAt = System.nanoTime();
    private long beatAt = lookAt;
    private long hotUntil = lookAt;
    private boolean isDue;
    private boolean isFresh;
    private long beat = -1;
    private long seen;
    private long published;
    private int moves;
    private int looksSinceMove;
    private long transactions;
    private long changes;
    private long echoes;
    private Set<String> apis = Set.of();

    Pulse(Capture capture) {
        this.capture = capture;
    }

    /**
     * Looks at the log, when it is time to, and writes a heartbeat where one is due.
     *
     * @return how many milliseconds to wait for the next look
     */
    long look(long now) {
        long records = capture.changeRecords();
        if (records != changes) {
            changes = records;
            expectEchoes();
            isFresh |= hotUntil - now < nanos(HOT_MILLIS - 4 * FAST_MILLIS);
            hotUntil = now + nanos(HOT_MILLIS);
            if (beatAt + nanos(FAST_MILLIS) - lookAt < 0) {
                lookAt = beatAt + nanos(FAST_MILLIS);
            }
        }
        if (now - lookAt < 0) {
            return Math.max(1, TimeUnit.NANOSECONDS.toMillis(lookAt - now));
        }
        long pause = capture.status().state() == CaptureStatus.State.STREAMING ? beatOrNot(now) : REST_MILLIS;
        lookAt = now + nanos(pause);
        return pause;
    }

    private long beatOrNot(long now) {
        if (!isConnected()) {
            return RETRY_MILLIS;
        }
        apis = capture.streamedApis();
        try (PreparedStatement statement = connection.prepareStatement(LOOK)) {
            statement.setArray(1, connection.createArrayOf("text", apis.toArray()));
            return beatOrNot(now, statement);
        } catch (SQLException e) {
            failed(e);
            return RETRY_MILLIS;
        }
    }

    private long beatOrNot(long now, PreparedStatement look) throws SQLException {
        try (ResultSet row = look.executeQuery()) {
            row.next();
            long end = row.getLong(1);
            boolean isHot = hotUntil - now > 0;
            boolean isAwaited = row.getBoolean(3);
            isDue |= haveOthersWritten(row.getLong(2)) || isFresh;
            long pause = !isAwaited ? IDLE_MILLIS : !isDue ? SLOW_MILLIS : isHot ? FAST_MILLIS : STEADY_MILLIS;
            boolean flows = isFlowing() && isHot && !isFresh;
            if (end != beat && !flows && !isPublished(isFresh ? end : seen) && now - beatAt >= nanos(pause)) {
                beat(now);
            }
            seen = end;
            isFresh = false;
            return !isAwaited ? REST_MILLIS : isHot ? FAST_MILLIS : STEADY_MILLIS;
        }
    }

    /** Whether the watermark has moved again and again for some time; on a busy machine it does not do so at each look. */
    private boolean isFlowing() {
        Lsn now = capture.status().publishedLsn();
        long before = published;
        published = now == null ? 0 : now.value();
        looksSinceMove = published == before ? looksSinceMove + 1 : 0;
        if (looksSinceMove == 0) {
            moves++;
        } else if (looksSinceMove == LOOKS_WITHOUT_A_MOVE) {
            moves = 0;
        }
        return moves >= MOVES_OF_A_FLOW;
    }

    private boolean haveOthersWritten(long next) {
        long written = next - transactions;
        transactions = next;
        long echo = Math.min(written, echoes);
        echoes -= echo;
        return written > echo;
    }

    /** True when the watermark is past a place already: whoever asked up to then is answered. */
    private boolean isPublished(long place) {
        Lsn published = capture.status().publishedLsn();
        return published != null && published.value() >= place;
    }

    private void beat(long now) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(BEAT)) {
            row.next();
            beat = row.getLong(1);
        }
        beatAt = now;
        isDue = false;
        expectEchoes();
    }

    /** The applier of each API stores what it has seen. */
    private void expectEchoes() {
        echoes = Math.min(echoes + apis.size(), MOST_ECHOES * apis.size());
    }

    private static long nanos(long millis) {
        return TimeUnit.MILLISECONDS.toNanos(millis);
    }

    private boolean isConnected() {
        if (connection == null) {
            try {
                connection = capture.settings().database().connect();
                LOG.info("{}: heartbeats start", capture.settings().slot());
            } catch (SQLException e) {
                failed(e);
            }
        }
        return connection != null;
    }

    private void failed(SQLException e) {
        LOG.info("{}: no heartbeats for now ({})", capture.settings().slot(), e.getMessage());
        disconnect();
    }

    void disconnect() {
        if (connection != null) {
            try {
                connection.close();
            } catch (SQLException e) {
                LOG.debug("closing", e);
            }
            connection = null;
        }
    }
}
