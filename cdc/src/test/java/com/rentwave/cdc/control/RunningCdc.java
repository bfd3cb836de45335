package com.rentwave.cdc.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.rentwave.broker.TestBroker;
import com.rentwave.cdc.CdcApplication;
import com.rentwave.cdc.platform.TestPostgres;
import com.rentwave.sync.Side;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole application, for one life, and a client that asks it over HTTP. */
final class RunningCdc implements AutoCloseable {

    static final String TOKEN = "internal";

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final ConfigurableApplicationContext application;

    /** @param settings besides the addresses of Kafka and of the databases of the monolith and of vehicle-service */
    RunningCdc(TestPostgres postgres, TestBroker broker, Map<String, Object> settings) {
        Map<String, Object> all = new HashMap<>(Map.of(
                "SERVER_PORT",
                "0",
                "RENTWAVE_LEGACY_DATABASE_URL",
                postgres.source(Side.LEGACY).url(),
                "RENTWAVE_VEHICLES_DATABASE_URL",
                postgres.source(Side.SERVICE).url(),
                "RENTWAVE_KAFKA_BOOTSTRAP_SERVERS",
                broker.address(),
                "RENTWAVE_INTERNAL_TOKEN",
                TOKEN,
                "logging.config",
                "classpath:logback-test.xml"));
        all.putAll(settings);
        application = new SpringApplicationBuilder(CdcApplication.class)
                .properties(all)
                .run();
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return new ObjectMapper().readTree(send("GET", path, TOKEN).body());
    }

    JsonNode post(String path) throws IOException, InterruptedException {
        return new ObjectMapper().readTree(send("POST", path, TOKEN).body());
    }

    /** @param token null for none */
    HttpResponse<String> send(String method, String path, String token) throws IOException, InterruptedException {
        String port = application.getEnvironment().getProperty("local.server.port");
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .method(method, HttpRequest.BodyPublishers.noBody());
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @Override
    public void close() {
        application.close();
    }
}
