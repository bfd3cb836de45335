package com.rentwave.facade;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.reactive.context.ReactiveWebServerApplicationContext;

/** The facade as it is deployed, with nothing there but PostgreSQL. */
class FacadeApplicationIT {

    @Test
    void startsWhileEverythingBehindItIsDownAndSaysSo() throws Exception {
        try (EmbeddedPostgres postgres =
                EmbeddedPostgres.builder().setServerConfig("fsync", "off").start()) {
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

    private static ReactiveWebServerApplicationContext start(EmbeddedPostgres postgres) throws Exception {
        String nobody = "http://127.0.0.1:" + freePort();
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
                "--rentwave.cutover.cdc-uri=" + nobody,
                "--rentwave.backends.legacy-uri=" + nobody,
                "--rentwave.apis.vehicles.uri=" + nobody,
                "--rentwave.session.jwks-uri=" + nobody + "/jwks");
    }

    private static int freePort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
