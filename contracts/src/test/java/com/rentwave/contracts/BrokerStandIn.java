package com.rentwave.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Speaks as much of a Pact Broker's HAL API as publishing pacts and verifications needs. */
final class BrokerStandIn implements AutoCloseable {

    private final HttpServer server;
    private final Map<String, JsonNode> pacts = new ConcurrentHashMap<>();
    private final Map<String, Boolean> verifications = new ConcurrentHashMap<>();
    private final List<String> published = new CopyOnWriteArrayList<>();
    private final Set<String> tokens = ConcurrentHashMap.newKeySet();

    BrokerStandIn() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Each as {@code consumer version with provider}. */
    List<String> pacts() {
        return published;
    }

    Map<String, Boolean> verifications() {
        return verifications;
    }

    Set<String> tokens() {
        return tokens;
    }

    boolean canIDeploy(String consumer, String version, String provider, String providerVersion) {
        return verifications.getOrDefault(path(provider, consumer, version) + ' ' + providerVersion, false);
    }

    private static String path(String provider, String consumer, String version) {
        return "/pacts/provider/" + provider + "/consumer/" + consumer + "/version/" + version;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        JsonNode body = Http.JSON.readTree(exchange.getRequestBody());
        String token = exchange.getRequestHeaders().getFirst("Authorization");
        if (token != null) {
            tokens.add(token);
        }
        switch (exchange.getRequestMethod() + ' ' + path.replaceAll("(?<=/pacts)/.*?(?=(/results)?$)", "/*")) {
            case "GET /" -> send(exchange, 200, links(Map.of("pb:publish-contracts", "/contracts/publish")));
            case "POST /contracts/publish" -> {
                for (JsonNode contract : body.path("contracts")) {
                    publish(body, contract);
                }
                send(exchange, 200, links(Map.of()));
            }
            case "GET /pacts/*" -> {
                ObjectNode pact = pacts.get(path).deepCopy();
                pact.set(
                        "_links",
                        links(Map.of("pb:publish-verification-results", path + "/results"))
                                .path("_links"));
                send(exchange, 200, pact);
            }
            case "POST /pacts/*/results" -> {
                verifications.put(
                        path.replace("/results", "")
                                + ' '
                                + body.path("providerApplicationVersion").asText(),
                        body.path("success").asBoolean());
                send(exchange, 201, links(Map.of()));
            }
            default -> send(exchange, 404, Http.JSON.createObjectNode());
        }
    }

    private void publish(JsonNode body, JsonNode contract) throws IOException {
        String consumer = contract.path("consumerName").asText();
        String provider = contract.path("providerName").asText();
        String version = body.path("pacticipantVersionNumber").asText();
        byte[] content = Base64.getDecoder().decode(contract.path("content").asText());
        pacts.put(path(provider, consumer, version), Http.JSON.readTree(content));
        published.add(consumer + ' ' + version + " with " + provider);
    }

    private ObjectNode links(Map<String, String> named) {
        ObjectNode hal = Http.JSON.createObjectNode();
        ObjectNode links = hal.putObject("_links");
        named.forEach((name, path) -> links.putObject(name).put("href", url() + path));
        return hal;
    }

    private static void send(HttpExchange exchange, int status, JsonNode body) throws IOException {
        byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/hal+json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
