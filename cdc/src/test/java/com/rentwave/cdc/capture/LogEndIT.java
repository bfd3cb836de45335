package com.rentwave.cdc.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rentwave.cdc.platform.TestPostgres;
import com.rentwave.sync.Lsn;
import com.rentwave.sync.Side;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The end of the log of a real database that goes away and comes back. */
class LogEndIT {

    private static final String CONNECTIONS =
            "FROM pg_stat_activity WHERE application_name = 'rentwave-cdc' AND pid <> pg_backend_pid()";

    private static final String NEWEST = "SELECT pid " + CONNECTIONS + " ORDER BY backend_start DESC LIMIT 1";

    @AutoClose
    private static final TestPostgres POSTGRES = new TestPostgres();

    private final LogEnd end = new LogEnd(POSTGRES.source(Side.LEGACY));

    @AfterEach
    void close() {
        end.close();
    }

    @Test
    void isAskedForOverOneConnection() throws Exception {
        Lsn before = Lsn.parse(POSTGRES.text(Side.LEGACY, "SELECT pg_current_wal_insert_lsn()"));
        assertThat(end.now()).isGreaterThanOrEqualTo(before);
        List<String> backends = POSTGRES.column(Side.LEGACY, NEWEST);
        for (int i = 0; i < 5; i++) {
            end.now();
        }

        assertThat(POSTGRES.column(Side.LEGACY, NEWEST)).isEqualTo(backends);
    }

    @Test
    void isAskedForAgainWhenTheConnectionIsGone() throws Exception {
        end.now();
        POSTGRES.runAsSuperuser(Side.LEGACY, "SELECT pg_terminate_backend(pid, 5000) " + CONNECTIONS);

        assertThat(end.now()).isGreaterThan(new Lsn(0));
    }

    @Test
    void isNotKnownWhileTheServerIsDown() throws Exception {
        end.now();
        POSTGRES.kill();

        assertThatThrownBy(end::now).isInstanceOf(SQLException.class);

        POSTGRES.start();
        assertThat(end.now()).isGreaterThan(new Lsn(0));
    }

    @Test
    void isNotWaitedForWhileAConnectionHangs() throws Exception {
        end.now();
        String backend = POSTGRES.column(Side.LEGACY, NEWEST).get(0);
        signal("STOP", backend);
        try {
            assertThat(end.now()).as("over a new connection").isGreaterThan(new Lsn(0));
        } finally {
            signal("CONT", backend);
        }
    }

    @Test
    void isNotTellingWhenItIsClosed() throws Exception {
        end.now();
        end.close();

        assertThatThrownBy(end::now).isInstanceOf(SQLException.class);
    }

    private static void signal(String name, String process) throws Exception {
        assertThat(new ProcessBuilder("kill", "-" + name, process).start().waitFor())
                .isZero();
    }
}
