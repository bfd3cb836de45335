package com.rentwave.facade;

import static org.assertj.core.api.Assertions.assertThat;

import com.rentwave.facade.api.SomeApis;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.reactive.context.ReactiveWebServerApplicationContext;

/** The facade as it is deployed, with nothing there but PostgreSQL. */
class FacadeApplicationIT {

    @Test
    void startsWhileEverythingBehindItIsDownAndSaysSo() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "off")
                .setPGStartupWait(Duration.ofSeconds(60))
                .start()) {
            try (Connection connection = postgres.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("CREATE DATABASE migration");
            }
            try (ReactiveWebServerApplicationContext facade = start(postgres)) {
                URI vehicles =
                        URI.create("http://127.0.0.1:" + facade.getWebServer().getPort() + "/api/vehicles");

                HttpResponse<String> answer = HttpClient.newHttpClient()
                        .send(HttpRequest.newBuilder(vehicles).build(), HttpResponse.BodyHandlers.ofString());

                assertThat(answer.statusCode()).isEqualTo(502);
                assertThat(answer.body())
                        .contains("urn:rentwave:problem:backend-unavailable", "The monolith did not answer.");
            }
        }
    }

    private static ReactiveWebServerApplicationContext start(EmbeddedPostgres postgres) {
        return (ReactiveWebServerApplicationContext) SpringApplication.run(
                FacadeApplication.class,
                "--server.port=0",
                "--rentwave.console.port=0",
                "--rentwave.console.operator-token=operator",
                "--spring.datasource.url=" + postgres.getJdbcUrl("postgres", "migration"),
                "--spring.datasource.username=postgres",
                "--spring.datasource.password=postgres",
                "--rentwave.cutover.legacy-database-url=" + postgres.getJdbcUrl("postgres", "legacy"),
                "--rentwave.apis.vehicles.database-url=" + postgres.getJdbcUrl("postgres", "vehicle_service"),
                "--rentwave.cutover.cdc-uri=" + SomeApis.NOBODY,
                "--rentwave.backends.legacy-uri=" + SomeApis.NOBODY,
                "--rentwave.apis.vehicles.uri=" + SomeApis.NOBODY,
                "--rentwave.session.jwks-uri=" + SomeApis.NOBODY + "/jwks");
    }
}
