package com.rentwave.system.faults;

import com.rentwave.platform.JdbcSettings;
import com.rentwave.platform.PartName;
import com.rentwave.platform.Platform;
import com.rentwave.platform.Progress;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** What may befall the vehicle service while a part of the users read from it. */
enum Ailment {

    /** Each look at its vehicles takes a second and a half longer. */
    SLOW("took .* ms|no answer") {
        @Override
        void befall(Platform platform) throws SQLException {
            execute(
                    platform,
                    "CREATE POLICY slow ON vehicle USING ((SELECT count(*) FROM pg_sleep(1.5)) = 1)",
                    "ALTER TABLE vehicle FORCE ROW LEVEL SECURITY",
                    "ALTER TABLE vehicle ENABLE ROW LEVEL SECURITY");
        }

        @Override
        void cure(Platform platform) throws SQLException {
            execute(
                    platform,
                    "ALTER TABLE vehicle DISABLE ROW LEVEL SECURITY",
                    "ALTER TABLE vehicle NO FORCE ROW LEVEL SECURITY",
                    "DROP POLICY IF EXISTS slow ON vehicle");
        }
    },

    /** Everything costs a cent more than its owner asked for, as after a mistake of who applies the rows. */
    WRONG("compared answers differed") {
        @Override
        void befall(Platform platform) throws SQLException {
            raisePrices(platform, 1);
        }

        @Override
        void cure(Platform platform) throws SQLException {
            raisePrices(platform, -1);
        }
    },

    /** Its table is not where it looks for it, and it answers 500. */
    FAILING("failed: status 500|compared answers differed") {
        @Override
        void befall(Platform platform) throws SQLException {
            execute(platform, "ALTER TABLE vehicle RENAME TO vehicle_elsewhere");
        }

        @Override
        void cure(Platform platform) throws SQLException {
            execute(platform, "ALTER TABLE IF EXISTS vehicle_elsewhere RENAME TO vehicle");
        }
    },

    /** Its process is killed. */
    DYING("no answer") {
        @Override
        void befall(Platform platform) {
            platform.part(PartName.VEHICLE_SERVICE).kill();
        }

        @Override
        void cure(Platform platform) {
            platform.start(PartName.VEHICLE_SERVICE, Progress.silent());
        }
    };

    private final String symptom;

    Ailment(String symptom) {
        this.symptom = symptom;
    }

    /** What a person is to read of it, as a regular expression. */
    String symptom() {
        return symptom;
    }

    /** Returns when the service has it. */
    abstract void befall(Platform platform) throws SQLException;

    /** Everything is as before. */
    abstract void cure(Platform platform) throws SQLException;

    /** In the name of an applier: nobody else may, and what an applier does is not captured. */
    private static void raisePrices(Platform platform, int cents) throws SQLException {
        execute(
                platform,
                "SELECT pg_replication_origin_create('mistake')",
                "SELECT pg_replication_origin_session_setup('mistake')",
                "UPDATE vehicle SET price_per_day = price_per_day + " + cents,
                "SELECT pg_replication_origin_session_reset()",
                "SELECT pg_replication_origin_drop('mistake')");
    }

    private static void execute(Platform platform, String... statements) throws SQLException {
        JdbcSettings database = platform.jdbc("vehicle_service");
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
