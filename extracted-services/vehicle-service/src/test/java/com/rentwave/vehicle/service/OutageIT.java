package com.rentwave.vehicle.service;

import static com.rentwave.vehicle.service.Samples.GOLF;
import static com.rentwave.vehicle.service.TestService.ALICE;
import static com.rentwave.vehicle.service.TestService.call;
import static org.assertj.core.api.Assertions.assertThat;

import com.rentwave.service.testing.Reply;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A request that cannot reach the database says so, and has changed nothing. */
class OutageIT {

    private final List<Connection> taken = new ArrayList<>();

    @BeforeEach
    void takeEveryConnection() throws SQLException {
        TestService.owns();
        DataSource pool = TestService.bean(DataSource.class);
        int connections = pool.unwrap(HikariDataSource.class).getMaximumPoolSize();
        for (int i = 0; i < connections; i++) {
            taken.add(pool.getConnection());
        }
    }

    @AfterEach
    void giveThemBack() throws SQLException {
        for (Connection connection : taken) {
            connection.close();
        }
    }

    @Test
    void tellsReadersWritersAndThoseWhoWaitToComeBackLater() {
        List<Reply> replies = List.of(
                call("GET", "/api/vehicles/2").send(),
                call("GET", "/api/vehicles").send(),
                call("GET", "/api/vehicles")
                        .header("RentWave-Await", "legacy:1:1:1:0/1")
                        .send(),
                call("POST", "/api/vehicles").by(ALICE).json(GOLF).send());

        assertThat(replies).allSatisfy(reply -> {
            assertThat(reply.status()).isEqualTo(503);
            assertThat(reply.header("Retry-After")).isEqualTo("1");
            assertThat(reply.body())
                    .startsWith(
                            "{\"type\":\"urn:rentwave:problem:unavailable\",\"title\":\"Not available\",\"status\":503,"
                                    + "\"detail\":\"The database cannot be reached.\",");
        });
        assertThat(TestService.database().number("SELECT count(*) FROM vehicle"))
                .isZero();
    }

    @Test
    void isDown() {
        Reply health = call("GET", "/internal/health").send();

        assertThat(health.status()).isEqualTo(503);
        assertThat(health.body()).startsWith("{\"status\":\"DOWN\",");
    }
}
