package com.rentwave.system.cutover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.rentwave.platform.PartName;
import com.rentwave.platform.Platform;
import com.rentwave.system.stack.Moves;
import com.rentwave.system.stack.WithRentWave;
import com.rentwave.workload.api.Answer;
import com.rentwave.workload.api.ApiRequest;
import com.rentwave.workload.api.Move;
import com.rentwave.workload.api.OperatorClient;
import com.rentwave.workload.api.RentWaveClient;
import com.rentwave.workload.api.SignIn;
import com.rentwave.workload.demo.Demo;
import com.rentwave.workload.demo.DemoListener;
import com.rentwave.workload.demo.DemoSettings;
import java.io.IOException;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Vehicles are retired in the monolith for ever, and nobody notices but who goes around the facade. A week passes by
 * putting back what is written down of it.
 */
@WithRentWave
class VehiclesRetiredIT {

    private static final Duration LONG = Duration.ofSeconds(60);
    private static final String VEHICLE =
            "{\"make\":\"Falke\",\"model\":\"%s\",\"year\":2010,\"sizeClass\":\"SUV\",\"seats\":5,\"bootLitres\":400,"
                    + "\"transmission\":\"MANUAL\",\"fuel\":\"DIESEL\",\"drive\":\"ALL\",\"attributes\":{},"
                    + "\"pricePerDay\":5000,\"lateFeePerDay\":2500,\"currency\":\"EUR\",\"minDays\":1,\"maxDays\":30}";

    private static final DemoSettings DEMO = new DemoSettings(Optional.empty(), 1, 1, Duration.ofSeconds(1), 2, 1, 0);

    private final Platform platform;
    private final Moves moves;
    private final OperatorClient operator;
    private RentWaveClient owner;
    private RentWaveClient renter;

    VehiclesRetiredIT(Platform platform) {
        this.platform = platform;
        this.moves = new Moves(platform);
        this.operator =
                new OperatorClient(RentWaveClient.newHttpClient(), platform.consoleUri(), platform.operatorToken());
    }

    @BeforeEach
    void own() throws Exception {
        owner = somebody();
        renter = somebody();
        renter.send(ApiRequest.topUp(1_000_000, "EUR"));
        moves.to("vehicles", "LEGACY");
        moves.to("vehicles", "OWNED");
    }

    /** By means that nobody has in the product: a superuser who switches the fence off. */
    @AfterEach
    void takeBack() throws Exception {
        execute("legacy", "ALTER TABLE sync.ownership DISABLE TRIGGER rw_retired");
        execute("legacy", "UPDATE sync.ownership SET owner = 'nobody' WHERE owner = 'retired'");
        execute("legacy", "ALTER TABLE sync.ownership ENABLE ALWAYS TRIGGER rw_retired");
        execute("legacy", "DELETE FROM t_api_use");
        execute("migration", "UPDATE route SET phase = 'OWNED', version = version + 1 WHERE phase = 'RETIRED'");
        await("owned")
                .atMost(LONG)
                .until(() -> operator.state("vehicles").phase().equals("OWNED"));
        moves.to("vehicles", "LEGACY");
    }

    @Test
    void nobodyNoticesThatVehiclesAreRetiredInTheMonolith() throws Exception {
        URI monolith = platform.uriOf(PartName.MONOLITH);
        assertThat(moved().reason()).contains("soak: OWNED without interruption since", "legacy-unused: ");
        aWeekPasses();
        owner.at(monolith).send(ApiRequest.get("/api/vehicles"));
        assertThat(moved().reason())
                .contains("legacy-unused: the monolith still answered 1 request of vehicles since the flip")
                .doesNotContain("soak");
        execute("legacy", "DELETE FROM t_api_use");
        long before = vehicle("Before");

        Move retired = moved();

        assertThat(retired.state()).as(retired.reason()).isEqualTo("DONE");
        await("the monolith's component is off").atMost(LONG).untilAsserted(() -> assertThat(
                        owner.at(monolith).send(ApiRequest.vehicle(before)).problem())
                .isEqualTo("retired"));
        assertThat(owner.send(ApiRequest.vehicle(before)).status()).isEqualTo(200);
        assertThat(owner.send(ApiRequest.get("/api/vehicles?limit=1")).status()).isEqualTo(200);
        String word = "x" + UUID.randomUUID().toString().replaceAll("[^a-f]", "");
        long after = vehicle(word);
        await("the copy is fed").atMost(LONG).untilAsserted(() -> assertThat(
                        renter.send(ApiRequest.get("/api/search?q=" + word)).text())
                .contains("/api/vehicles/" + after + "\""));
        LocalDate day = LocalDate.of(2999, 1, 1);
        assertThat(renter.send(ApiRequest.rent(after, day, day.plusDays(1))).status())
                .isEqualTo(201);
        assertThat(owner.send(ApiRequest.deleteVehicle(before)).status()).isEqualTo(204);
        assertThatThrownBy(() -> operator.move("vehicles", "LEGACY")).hasMessageContaining("point of no return");
        assertThat(operator.canAdvance("vehicles", "LEGACY").allowed()).isFalse();
        assertThatThrownBy(() -> new Demo(platform, DEMO, DemoListener.NONE).run())
                .hasMessageContaining("The API vehicles is RETIRED")
                .hasMessageContaining("Nothing was changed");
    }

    private Move moved() throws IOException {
        long id = operator.move("vehicles", "RETIRED");
        await("the move has ended").atMost(LONG).until(() -> operator.move(id).ended());
        return operator.move(id);
    }

    private void aWeekPasses() throws SQLException {
        execute("migration", "UPDATE cutover SET ended_at = ended_at - interval '8 days' WHERE state <> 'RUNNING'");
        execute("legacy", "UPDATE t_api_use_wch SET wch_ts = wch_ts - interval '9 days'");
        execute("legacy", "DELETE FROM t_api_use");
    }

    private long vehicle(String model) throws IOException {
        Answer added =
                owner.send(ApiRequest.post("/api/vehicles", new ObjectMapper().readTree(VEHICLE.formatted(model))));
        assertThat(added.status()).as(added.describe()).isEqualTo(201);
        return added.json().path("id").asLong();
    }

    private RentWaveClient somebody() throws IOException {
        RentWaveClient client = new RentWaveClient(
                RentWaveClient.newHttpClient(), platform.uri(), SignIn.BEARER, Duration.ofSeconds(30));
        String email = UUID.randomUUID() + "@example.org";
        client.register(email, "Some Body", "secret");
        assertThat(client.login(email, "secret").status()).isEqualTo(200);
        return client;
    }

    private void execute(String database, String sql) throws SQLException {
        try (Connection connection = platform.jdbc(database).connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
