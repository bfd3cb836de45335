package com.rentwave.cdc.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rentwave.cdc.platform.TestPostgres;
import com.rentwave.sync.Lsn;
import com.rentwave.sync.Side;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The end of the log of a real database that goes away and comes back. */
class LogEndIT {

    private static final String CONNECTIONS =
            "FROM pg_stat_activity WHERE application_name = 'rentwave-cdc' AND pid <> pg_backend_pid()";

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
        for (int i = 0; i < 5; i++) {
            assertThat(end.now()).isGreaterThanOrEqualTo(before);
        }

        assertThat(POSTGRES.text(Side.LEGACY, "SELECT count(*) " + CONNECTIONS)).isEqualTo("1");
    }

    @Test
    void isAskedForAgainWhenTheConnectionIsGone() throws Exception {
        end.now();
        POSTGRES.runAsSuperuser(Side.LEGACY, "SELECT pg_terminate_backend(pid) " + CONNECTIONS);

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
}
