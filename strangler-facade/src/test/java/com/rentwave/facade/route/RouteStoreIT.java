package com.rentwave.facade.route;

import static com.rentwave.facade.api.SomeApis.moving;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;

class RouteStoreIT {

    @TempDir
    private Path data;

    private EmbeddedPostgres postgres;
    private JdbcClient jdbc;
    private RouteStore store;

    @BeforeEach
    void start() throws IOException {
        postgres = postgres(0);
        Flyway.configure().dataSource(postgres.getPostgresDatabase()).load().migrate();
        jdbc = JdbcClient.create(postgres.getPostgresDatabase());
        store = new PostgresRouteStore(jdbc, moving("vehicles"));
    }

    @AfterEach
    void stop() throws IOException {
        postgres.close();
    }

    private EmbeddedPostgres postgres(int port) throws IOException {
        return EmbeddedPostgres.builder()
                .setPGStartupWait(Duration.ofSeconds(60))
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setServerConfig("fsync", "off")
                .setPort(port)
                .start();
    }

    private Route vehicles() {
        return store.load("vehicles").orElseThrow();
    }

    @Test
    void beginsWithVehiclesAtTheMonolith() {
        assertThat(store.load().routes()).containsExactly(new Route("vehicles", Phase.LEGACY, 0, Owner.LEGACY, 0, 0));
        assertThat(store.load("rentals")).isEmpty();
    }

    @Test
    void anApiThatIsNewInTheConfigurationBeginsAtTheMonolith() {
        RouteStore both = new PostgresRouteStore(jdbc, moving("vehicles", "rentals"));
        RouteStore again = new PostgresRouteStore(jdbc, moving("vehicles", "rentals"));

        assertThat(both.load("rentals")).contains(new Route("rentals", Phase.LEGACY, 0, Owner.LEGACY, 0, 0));
        assertThat(again.load().routes()).hasSize(2);
    }

    @Test
    void anApiThatLeftTheConfigurationWhileAtTheMonolithIsSimplyTheMonoliths() {
        new PostgresRouteStore(jdbc, moving("vehicles", "rentals"));

        RouteStore one = new PostgresRouteStore(jdbc, moving("vehicles"));

        assertThat(one.load().routes()).extracting(Route::api).containsExactly("vehicles");
        assertThat(one.load("rentals")).isEmpty();
    }

    @Test
    void refusesToForgetAnApiThatHasMoved() {
        RouteStore both = new PostgresRouteStore(jdbc, moving("vehicles", "rentals"));
        both.compareAndSet(both.load("rentals").orElseThrow().inPhase(Phase.SYNCED, 0));

        assertThatThrownBy(() -> new PostgresRouteStore(jdbc, moving("vehicles")))
                .hasMessage(
                        "The route of rentals is SYNCED, but rentwave.apis.rentals.uri does not say where its service is.");
    }

    @Test
    void storesARouteMadeFromTheStoredOne() {
        Route next = vehicles().inPhase(Phase.CANARY, 25);

        assertThat(store.compareAndSet(next)).isTrue();

        assertThat(vehicles()).isEqualTo(next);
    }

    @DisplayName("rules 2 and 3: a coordinator that was paused cannot put an old route back")
    @Test
    void refusesARouteMadeFromAnOlderOne() {
        Route first = vehicles();
        store.compareAndSet(first.ownedBy(Owner.SERVICE, 1, Phase.OWNED));

        assertThat(store.compareAndSet(first.inPhase(Phase.SYNCED, 0))).isFalse();

        assertThat(vehicles().owner()).isEqualTo(Owner.SERVICE);
    }

    @Test
    void letsOneOfManyChangeARoute() throws Exception {
        Route next = vehicles().inPhase(Phase.SYNCED, 0);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            Callable<Boolean> change = () -> store.compareAndSet(next);
            int winners = 0;
            for (Future<Boolean> result : threads.invokeAll(List.of(change, change, change, change))) {
                winners += result.get() ? 1 : 0;
            }

            assertThat(winners).isEqualTo(1);
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void neverStoresALowerEpoch() {
        store.compareAndSet(vehicles().ownedBy(Owner.SERVICE, 5, Phase.OWNED));
        Route back = vehicles().ownedBy(Owner.LEGACY, 4, Phase.LEGACY);

        assertThatThrownBy(() -> store.compareAndSet(back)).hasMessageContaining("may not go back");
        assertThat(vehicles().epoch()).isEqualTo(5);
    }

    @Test
    void keepsEveryRouteThereWas() {
        store.compareAndSet(vehicles().inPhase(Phase.SYNCED, 0));
        store.compareAndSet(vehicles().inPhase(Phase.READS, 0));

        assertThat(jdbc.sql("SELECT phase FROM route_history WHERE api = 'vehicles' ORDER BY version")
                        .query(String.class)
                        .list())
                .containsExactly("LEGACY", "SYNCED", "READS");
    }

    @Test
    void keepsServingTheLastTableWhileTheDatabaseIsGoneAndCatchesUpAfterwards() throws Exception {
        int port = postgres.getPort();
        RouteTables tables = new RouteTables(store);
        RouteWatch watch = new RouteWatch(tables, moving("vehicles"), details());
        watch.start();
        try {
            store.compareAndSet(vehicles().inPhase(Phase.SYNCED, 0));
            await("told of the change").until(() -> phase(tables) == Phase.SYNCED);

            postgres.close();
            assertThat(phase(tables)).isEqualTo(Phase.SYNCED);
            assertThat(tables.refreshed().block(Duration.ofSeconds(30))).isSameAs(tables.current());
            assertThatThrownBy(tables::refresh).isNotNull();

            postgres = postgres(port);
            store.compareAndSet(vehicles().inPhase(Phase.READS, 0));
            await("told again").until(() -> phase(tables) == Phase.READS);
        } finally {
            watch.stop();
        }
    }

    @Test
    void learnsOfAChangeThatNobodyTold() {
        RouteTables tables = new RouteTables(store);
        RouteWatch watch = new RouteWatch(tables, moving("vehicles"), details());
        watch.start();
        try {
            jdbc.sql("ALTER TABLE route DISABLE TRIGGER route_changed").update();

            store.compareAndSet(vehicles().inPhase(Phase.SYNCED, 0));

            await("looked at again").until(() -> phase(tables) == Phase.SYNCED);
        } finally {
            watch.stop();
        }
    }

    private static Phase phase(RouteTables tables) {
        return tables.current().route("vehicles").orElseThrow().phase();
    }

    private JdbcConnectionDetails details() {
        String url = postgres.getJdbcUrl("postgres", "postgres");
        return new JdbcConnectionDetails() {
            @Override
            public String getUsername() {
                return "postgres";
            }

            @Override
            public String getPassword() {
                return "postgres";
            }

            @Override
            public String getJdbcUrl() {
                return url;
            }
        };
    }
}
