package com.rentwave.rental.service;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Stands in for the monolith and the vehicle service, as far as rentals ask them: the wallet with its ledger and what is kept
 * for reservations, and the terms of things. The real ones are tested with the real rental service in the system tests.
 */
final class Others {

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpServer monolith = server(this::monolith);
    private final HttpServer vehicleService = server(this::vehicleService);

    /** Told of each request when it has arrived and nothing was done yet, and when it was done and not yet answered. */
    volatile BiConsumer<String, Moment> witness = (path, moment) -> {};

    /** Answers every request for money with this status, when it is not 0. */
    volatile int walletStatus;

    volatile boolean monolithOwnsVehicles;
    volatile boolean vehicleServiceOwnsVehicles = true;
    /** What the wallet has done or refused, whether or not anybody still listened. */
    final List<String> answered = new CopyOnWriteArrayList<>();

    final Map<String, String> offers = new ConcurrentHashMap<>();
    /** What was asked of the wallet. */
    final List<String> asked = new CopyOnWriteArrayList<>();

    /** What terms were asked for. */
    final List<String> looked = new CopyOnWriteArrayList<>();

    final List<String> traces = new CopyOnWriteArrayList<>();
    private final Map<Long, Long> balances = new ConcurrentHashMap<>();
    private final Map<String, Reservation> reservations = new ConcurrentHashMap<>();
    private final Set<String> released = new HashSet<>();
    private final Set<String> done = new HashSet<>();
    private final List<String> ledger = new CopyOnWriteArrayList<>();

    enum Moment {
        ARRIVED,
        DONE
    }

    private record Reservation(long renterId, long ownerId, long amount, boolean booked) {}

    int monolithPort() {
        return monolith.getAddress().getPort();
    }

    int vehicleServicePort() {
        return vehicleService.getAddress().getPort();
    }

    synchronized void reset() {
        witness = (path, moment) -> {};
        walletStatus = 0;
        monolithOwnsVehicles = false;
        vehicleServiceOwnsVehicles = true;
        offers.clear();
        asked.clear();
        looked.clear();
        answered.clear();
        traces.clear();
        balances.clear();
        reservations.clear();
        released.clear();
        done.clear();
        ledger.clear();
    }

    synchronized void give(long userId, long amount) {
        balances.merge(userId, amount, Long::sum);
    }

    synchronized long balance(long userId) {
        return balances.getOrDefault(userId, 0L);
    }

    /** What is kept for reservations that are neither booked nor let go. */
    synchronized long held(long userId) {
        return reservations.values().stream()
                .filter(r -> r.renterId() == userId && !r.booked())
                .mapToLong(Reservation::amount)
                .sum();
    }

    /** What was booked, {@code RENT 9000}. */
    synchronized List<String> ledger() {
        return List.copyOf(ledger);
    }

    private void monolith(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (path.startsWith("/internal/wallet/")) {
            money(exchange, path.substring("/internal/wallet/".length()));
        } else if (path.startsWith("/internal/offers/")) {
            offer(exchange, path, !path.contains("/vehicle/") || monolithOwnsVehicles);
        } else {
            answer(exchange, 200, "{}");
        }
    }

    private void vehicleService(HttpExchange exchange) throws IOException {
        offer(exchange, exchange.getRequestURI().getPath(), vehicleServiceOwnsVehicles);
    }

    private void offer(HttpExchange exchange, String path, boolean owner) throws IOException {
        looked.add(path);
        String terms = offers.get(path.substring("/internal/offers/".length()));
        if (!owner) {
            answer(exchange, 421, "{}");
        } else if (terms == null) {
            answer(exchange, 404, "{}");
        } else {
            answer(exchange, 200, terms);
        }
    }

    private void money(HttpExchange exchange, String path) throws IOException {
        JsonNode body = JSON.readTree(exchange.getRequestBody());
        String what = path.replaceAll("/[0-9a-f-]{36}", "");
        asked.add(what);
        traces.add(String.valueOf(exchange.getRequestHeaders().getFirst("traceparent")));
        witness.accept(what, Moment.ARRIVED);
        if (walletStatus != 0) {
            answer(exchange, walletStatus, "{}");
            return;
        }
        String[] answer = done(what, path, body);
        answered.add(what);
        witness.accept(what, Moment.DONE);
        answer(exchange, Integer.parseInt(answer[0]), answer[1]);
    }

    private synchronized String[] done(String what, String path, JsonNode body) {
        switch (what) {
            case "reservations" -> {
                return reserve(body.get("id").asString(), body);
            }
            case "reservations/confirm" -> {
                String id = path.split("/")[1];
                Reservation held = reservations.get(id);
                if (!held.booked()) {
                    reservations.put(id, new Reservation(held.renterId(), held.ownerId(), held.amount(), true));
                    move("RENT", held.renterId(), held.ownerId(), held.amount());
                }
            }
            case "reservations/release" -> {
                String id = path.split("/")[1];
                released.add(id);
                reservations.remove(id);
            }
            case "refunds" -> {
                if (done.add(body.get("id").asString())) {
                    move("REFUND", number(body, "ownerId"), number(body, "renterId"), number(body, "amount"));
                }
            }
            case "late-fees" -> {
                if (done.add(body.get("key").asString())) {
                    move("LATE_FEE", number(body, "renterId"), number(body, "ownerId"), number(body, "amount"));
                }
            }
            default -> throw new IllegalArgumentException(what);
        }
        return new String[] {"200", "{}"};
    }

    private String[] reserve(String id, JsonNode body) {
        long renter = number(body, "renterId");
        long amount = number(body, "amount");
        if (released.contains(id)) {
            return refusal("reservation-released", "Let go", "It was let go.");
        }
        if (reservations.containsKey(id)) {
            return new String[] {"200", "{}"};
        }
        if (balance(renter) < 0) {
            return refusal(
                    "balance-negative",
                    "Balance below zero",
                    "Your wallet holds " + balance(renter) + " EUR. Top it up before you rent again.");
        }
        if (amount > 0 && balance(renter) - held(renter) < amount) {
            return refusal("insufficient-funds", "Not enough money", "Your wallet does not hold " + amount + " EUR.");
        }
        reservations.put(id, new Reservation(renter, number(body, "ownerId"), amount, false));
        return new String[] {"201", "{}"};
    }

    private void move(String kind, long from, long to, long amount) {
        give(from, -amount);
        give(to, amount);
        ledger.add(kind + ' ' + amount);
    }

    private static String[] refusal(String name, String title, String detail) {
        return new String[] {
            "409",
            "{\"type\":\"urn:rentwave:problem:" + name + "\",\"title\":\"" + title + "\",\"status\":409,\"detail\":\""
                    + detail + "\",\"instance\":\"/internal/wallet/reservations\"}"
        };
    }

    private static long number(JsonNode body, String name) {
        return body.get(name).longValue();
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    private interface Handler {

        void handle(HttpExchange exchange) throws IOException;
    }

    private static HttpServer server(Handler handler) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setExecutor(Executors.newCachedThreadPool(task -> {
                Thread thread = new Thread(task, "others");
                thread.setDaemon(true);
                return thread;
            }));
            server.createContext("/", exchange -> {
                boolean known = "Bearer the internal token"
                        .equals(exchange.getRequestHeaders().getFirst("Authorization"));
                if (known) {
                    handler.handle(exchange);
                } else {
                    answer(exchange, 401, "{}");
                }
            });
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
