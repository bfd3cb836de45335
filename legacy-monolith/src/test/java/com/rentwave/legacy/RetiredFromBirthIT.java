package com.rentwave.legacy;

import static com.rentwave.legacy.TestDatabase.execute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a monolith without a component for vehicles does to its database, tried in a transaction that is rolled back. */
class RetiredFromBirthIT {

    private Connection connection;

    @BeforeEach
    void begin() throws SQLException {
        connection = RunningMonolith.get().database().as("postgres");
        connection.setAutoCommit(false);
        execute(connection, "ALTER TABLE sync.ownership DISABLE TRIGGER rw_retired");
    }

    @AfterEach
    void undo() throws SQLException {
        connection.rollback();
        connection.close();
    }

    /** The owner before, with vehicles or without any. */
    private void given(String owner, long epoch, boolean vehicles) throws SQLException {
        execute(connection, "UPDATE sync.ownership SET owner = ?, epoch = ? WHERE api = 'vehicles'", owner, epoch);
        execute(connection, "ALTER TABLE sync.ownership ENABLE ALWAYS TRIGGER rw_retired");
        execute(connection, "ALTER TABLE t_veh RENAME TO t_elsewhere");
        execute(connection, "CREATE TABLE t_veh AS SELECT generate_series(1, ?) AS veh_id", vehicles ? 1 : 0);
    }

    private void migrate() throws SQLException, IOException {
        try (InputStream script = script();
                Statement statement = connection.createStatement()) {
            statement.execute(new String(script.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    /** It waits in one folder, and is at work in the other. */
    private static InputStream script() {
        InputStream waiting = RetiredFromBirthIT.class.getResourceAsStream("/db/retired/" + TestDatabase.RETIREMENT);
        return waiting != null
                ? waiting
                : Objects.requireNonNull(
                        RetiredFromBirthIT.class.getResourceAsStream("/db/migration/" + TestDatabase.RETIREMENT));
    }

    private String ownership() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT owner || ' ' || epoch FROM sync.ownership WHERE api = 'vehicles'")) {
            row.next();
            return row.getString(1);
        }
    }

    @Test
    void aNewInstallationIsRetiredFromVehiclesForEver() throws Exception {
        given("legacy", 0, false);

        migrate();

        assertThat(ownership()).isEqualTo("retired 1");
        assertThatThrownBy(() -> execute(connection, "UPDATE sync.ownership SET owner = 'legacy'"))
                .isInstanceOf(SQLException.class)
                .hasFieldOrPropertyWithValue("SQLState", "RW002");
    }

    @Test
    void oneThatIsRetiredStaysAsItIs() throws Exception {
        given("retired", 7, true);

        migrate();

        assertThat(ownership()).isEqualTo("retired 7");
    }

    @ParameterizedTest
    @CsvSource({"legacy, 0, true", "legacy, 2, false", "nobody, 3, true", "nobody, 1, false"})
    void oneThatIsNotRetiredIsRefusedAndToldWhatToDo(String owner, long epoch, boolean vehicles) throws SQLException {
        given(owner, epoch, vehicles);

        assertThatThrownBy(this::migrate)
                .isInstanceOf(SQLException.class)
                .hasMessageContaining(
                        "vehicles are not retired in this database (owner " + owner + ", epoch " + epoch + ")")
                .hasMessageContaining("Nothing was changed. Start the build before this one again");
    }
}
