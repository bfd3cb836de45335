package com.rentwave.legacy;

import static com.rentwave.legacy.Call.call;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Events that come from a real Kafka into the log. */
class EventsIT extends WithEvents {

    @Test
    void keepsEveryEventForAdministrators() {
        String thing = thing();
        String event = tell("vehicle.update", "vehicle", thing, "{\"change\":\"change\",\"available\":true}");
        awaitLogged(thing, 1);

        assertThat(log("aggregate=vehicle:" + thing)).isEqualTo("{\"items\":[" + event + "],\"nextCursor\":null}");
        assertThat(log("type=vehicle.update&aggregate=vehicle:" + thing)).contains(event);
        assertThat(log("type=vehicle.add&aggregate=vehicle:" + thing)).isEqualTo("{\"items\":[],\"nextCursor\":null}");
    }

    @Test
    void showsTheEventLogToNobodyElse() {
        assertThat(call("GET", "/api/events").send().status()).isEqualTo(401);
        assertThat(call("GET", "/api/events").by(Person.somebody()).send().status())
                .isEqualTo(403);
        assertThat(call("GET", "/api/events?type=x&aggregate=y")
                        .by(Person.named(RunningMonolith.ADMINISTRATOR))
                        .send()
                        .body())
                .contains("{\"field\":\"type\",\"reason\":\"must be one of user.register, book.add")
                .contains("{\"field\":\"aggregate\",\"reason\":\"must be type:id\"}");
    }

    @Test
    void pagesThroughTheLogFromTheNewestOn() {
        String thing = thing();
        List<String> events = IntStream.range(0, 5)
                .mapToObj(n -> tell("vehicle.update", "vehicle", thing, "{\"n\":" + n + "}"))
                .toList();
        awaitLogged(thing, 5);

        String first = log("limit=2&aggregate=vehicle:" + thing);
        String cursor = first.replaceFirst(".*\"nextCursor\":\"([^\"]*)\".*", "$1");
        String second = log("limit=3&aggregate=vehicle:" + thing + "&cursor=" + cursor);

        assertThat(first).contains(events.get(4) + ',' + events.get(3));
        assertThat(second)
                .isEqualTo("{\"items\":[" + events.get(2) + ',' + events.get(1) + ',' + events.get(0)
                        + "],\"nextCursor\":null}");
    }

    @Test
    void receivesAnEventOnceHoweverOftenItComes() {
        Person owner = Person.somebody();
        String rental = thing();
        String event = event("rent.start", "rental", rental, rent(owner, Person.somebody(), ""));
        Stream.of(1, 2, 3).forEach(n -> send("rental:" + rental, event));
        String end = thing();
        tell("vehicle.update", "vehicle", end, "{}");
        awaitLogged(end, 1);

        assertThat(count("t_evt", rental)).isEqualTo(1);
        assertThat(notifications(owner, "")).endsWith("\"unread\":1}");
    }

    /** Kill -9 between, before and behind its transactions: every event has its effects once, and in order. */
    @Test
    void resumesExactlyOnceAfterBeingKilled() throws Exception {
        Person owner = Person.somebody();
        String rental = thing();
        int events = 400;
        CompletableFuture<Void> writer =
                CompletableFuture.runAsync(() -> IntStream.range(0, events).forEach(n -> {
                    tell("rent.start", "rental", rental, rent(owner, owner, ",\"n\":" + n));
                    LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
                }));
        for (int kill = 0; kill < 2; kill++) {
            long before = count("t_evt", rental);
            await("events").atMost(LONG).until(() -> count("t_evt", rental) >= Math.min(before + 20, events));
            monolith.kill();
            monolith.start();
        }
        writer.join();
        awaitLogged("rental", rental, events);

        List<String> inOrder = RunningMonolith.get()
                .database()
                .column("SELECT dat_tx::jsonb ->> 'n' FROM t_evt WHERE agg_id = ? ORDER BY evt_no", rental);
        assertThat(inOrder)
                .containsExactlyElementsOf(
                        IntStream.range(0, events).mapToObj(Integer::toString).toList());
        assertThat(notifications(owner, "?limit=1")).endsWith("\"unread\":" + events + "}");
    }

    @Test
    void keepsAnsweringWhileKafkaIsAwayAndSaysSo() {
        broker.kill();
        try {
            await("alarm").atMost(LONG).until(() -> health().contains("Kafka does not answer"));
            assertThat(health()).startsWith("{\"status\":\"UP\",\"alarms\":[\"Events and notifications wait: ");
            assertThat(get(monolith, "/api/rooms?limit=1", null).statusCode()).isEqualTo(200);
        } finally {
            broker.start();
        }
        String thing = thing();
        tell("vehicle.update", "vehicle", thing, "{}");
        awaitLogged(thing, 1);
        await("no alarm").atMost(LONG).until(() -> health().equals("{\"status\":\"UP\"}"));
    }

    private static String log(String query) {
        return call("GET", "/api/events?" + query)
                .by(Person.named(RunningMonolith.ADMINISTRATOR))
                .send()
                .body();
    }

    private static String health() {
        return get(monolith, "/internal/health", null).body();
    }
}
