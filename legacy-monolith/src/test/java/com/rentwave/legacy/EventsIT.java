package com.rentwave.legacy;

import static com.rentwave.legacy.Call.call;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.rentwave.broker.TestBroker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Events that come from a real Kafka, into the log, to whom they concern, and to whoever listens. */
class EventsIT {

    private static final Duration LONG = Duration.ofSeconds(60);
    private static final String TOPIC = "rentwave.events";
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private static TestBroker broker;
    private static RunningMonolith monolith;
    private static KafkaProducer<String, String> producer;

    @BeforeAll
    static void start() throws Exception {
        broker = new TestBroker();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.address()))) {
            admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1))).all().get();
        }
        producer = producer();
        monolith = RunningMonolith.another(Map.of("RENTWAVE_KAFKA_BOOTSTRAP_SERVERS", broker.address()));
    }

    @AfterAll
    static void stop() {
        producer.close(Duration.ZERO);
        monolith.stop();
        broker.close();
    }

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
    void tellsOwnersAndRentersInEnglish() {
        Person owner = Person.somebody();
        Person renter = Person.somebody();
        String rental = thing();
        tell("rent.start", "rental", rental, rent(owner, renter, ""));
        tell("rent.cancel", "rental", rental, rent(owner, renter, ""));
        tell("rent.late", "rental", rental, rent(owner, renter, ",\"day\":\"2026-12-04\",\"lateDays\":2,\"fee\":500"));
        tell("rent.complete", "rental", rental, rent(owner, renter, ""));
        awaitLogged("rental", rental, 4);

        String owners = notifications(owner, "");
        assertThat(owners.replaceAll("\"id\":\\d+,", "").replaceAll(",\"createdAt\":\"[^\"]*\"", ""))
                .isEqualTo("{\"items\":["
                        + told("RETURNED", "Your VW Golf is back, and others can rent it again.", rental) + ','
                        + told(
                                "LATE",
                                "Your VW Golf is 2 days late. You get a late fee of €5.00 for 4 December 2026.",
                                rental)
                        + ','
                        + told(
                                "CANCELLED",
                                "The rental of your VW Golf from 1 to 3 December 2026 was cancelled, and €90.00 went back to the renter."
                                        + " Those days are free again.",
                                rental)
                        + ','
                        + told(
                                "RENTED",
                                "Good news: your VW Golf is rented from 1 to 3 December 2026. You earn €90.00.",
                                rental)
                        + "],\"nextCursor\":null,\"unread\":4}");
        assertThat(notifications(renter, ""))
                .contains("\"kind\":\"LATE\",\"text\":\"Please bring back the VW Golf: it is 2 days late."
                        + " A late fee of €5.00 was charged for 4 December 2026.\"")
                .endsWith("\"unread\":1}");
    }

    @Test
    void marksAsReadOnceAndOnlyForWhomItConcerns() {
        Person owner = Person.somebody();
        String rental = thing();
        tell("rent.start", "rental", rental, rent(owner, Person.somebody(), ""));
        awaitLogged("rental", rental, 1);
        long id = Long.parseLong(
                notifications(owner, "?unread=true").replaceFirst("\\{\"items\":\\[\\{\"id\":(\\d+).*", "$1"));
        String path = "/api/notifications/" + id + "/read";

        assertThat(call("POST", path).by(Person.somebody()).send().status()).isEqualTo(404);
        Call.Reply first = call("POST", path).by(owner).send();
        Call.Reply second = call("POST", path).by(owner).send();

        assertThat(first.status()).isEqualTo(200);
        assertThat(first.member("readAt")).matches("\\d{4}-.*Z");
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(notifications(owner, "?unread=true")).isEqualTo("{\"items\":[],\"nextCursor\":null,\"unread\":0}");
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

    @Test
    void streamsWhatIsNewAndWhatWasMissed() throws Exception {
        Person owner = Person.somebody();
        try (Listening listening = new Listening(monolith, owner, null)) {
            await("headers").atMost(LONG).until(() -> listening.lines.contains(": welcome"));
            tell("rent.start", "rental", thing(), rent(owner, owner, ""));
            await("news").atMost(LONG).until(() -> listening.ids().size() == 1);
        }
        String first = notifications(owner, "").replaceFirst("\\{\"items\":\\[\\{\"id\":(\\d+).*", "$1");
        tell("rent.start", "rental", thing(), rent(owner, owner, ""));
        tell("rent.complete", "rental", thing(), rent(owner, owner, ""));
        await("told").atMost(LONG).until(() -> notifications(owner, "").endsWith("\"unread\":3}"));

        try (Listening again = new Listening(monolith, owner, first);
                Listening elsewhere = new Listening(RunningMonolith.get(), owner, first)) {
            await("missed").atMost(LONG).until(() -> again.ids().size() == 2);
            await("missed there").atMost(LONG).until(() -> elsewhere.ids().size() == 2);
            tell("rent.cancel", "rental", thing(), rent(owner, owner, ""));
            await("new").atMost(LONG).until(() -> again.ids().size() == 3);
            await("new in the other process")
                    .atMost(LONG)
                    .until(() -> elsewhere.ids().size() == 3);

            assertThat(again.ids()).isEqualTo(elsewhere.ids()).isSorted().doesNotContain(Long.parseLong(first));
            assertThat(again.lines).anySatisfy(line -> assertThat(line)
                    .startsWith("data: {\"id\":")
                    .contains("\"kind\":\"CANCELLED\"")
                    .endsWith("\"readAt\":null}"));
            assertThat(again.lines).contains("event: notification");
        }
    }

    @DisplayName("rule 31: tells with notifications where what they are about can be read")
    @Test
    void tellsWhereWhatNotificationsAreAboutCanBeRead() throws Exception {
        String positions = "rentals=legacy:\\d+:\\d+:\\d+:\\S+ vehicles=(legacy|service):\\d+:\\d+:\\d+:\\S+";
        Person owner = Person.somebody();
        try (Listening listening = new Listening(monolith, owner, null)) {
            await("headers").atMost(LONG).until(() -> listening.lines.contains(": welcome"));
            tell("rent.start", "rental", thing(), rent(owner, owner, ""));
            await("news").atMost(LONG).until(() -> listening.ids().size() == 1);

            List<String> lines = List.copyOf(listening.lines);
            assertThat(lines.stream().takeWhile(line -> !line.startsWith("data:")))
                    .anyMatch(line -> line.matches(": positions " + positions));
        }
        assertThat(call("GET", "/api/notifications").by(owner).send().header("RentWave-Positions"))
                .matches(positions);
    }

    @Test
    void streamsToNobodyWhoIsNotSignedIn() {
        assertThat(call("GET", "/api/notifications/stream").send().problem()).isEqualTo("unauthenticated");
    }

    @Test
    void holdsHundredsOfStreamsWithoutAThreadForEach() throws Exception {
        Person owner = Person.somebody();
        List<Listening> listening = new CopyOnWriteArrayList<>();
        try {
            IntStream.range(0, 300).forEach(n -> listening.add(new Listening(monolith, owner, null)));
            await("all open").atMost(LONG).until(() -> listening.stream()
                    .allMatch(one -> one.lines.contains(": welcome")));
            tell("rent.start", "rental", thing(), rent(owner, owner, ""));
            await("all told").atMost(LONG).until(() -> listening.stream()
                    .allMatch(one -> one.ids().size() == 1));

            assertThat(get(monolith, "/api/rooms?limit=1", null).statusCode())
                    .as("there are fewer threads than streams, and one is left")
                    .isEqualTo(200);
        } finally {
            listening.forEach(Listening::close);
        }
    }

    /** A client of the stream, as a browser's. */
    private static final class Listening implements AutoCloseable {

        private final List<String> lines = new CopyOnWriteArrayList<>();
        private final CompletableFuture<HttpResponse<Void>> response;

        private Listening(RunningMonolith at, Person person, String last) {
            HttpRequest.Builder request = HttpRequest.newBuilder(
                            URI.create("http://127.0.0.1:" + at.port() + "/api/notifications/stream"))
                    .header("Authorization", "Bearer " + person.token())
                    .header("Accept", "text/event-stream");
            if (last != null) {
                request.header("Last-Event-ID", last);
            }
            response = HTTP.sendAsync(request.build(), BodyHandlers.fromLineSubscriber(new Lines(lines)));
        }

        private List<Long> ids() {
            return lines.stream()
                    .filter(line -> line.startsWith("id: "))
                    .map(line -> Long.parseLong(line.substring("id: ".length())))
                    .toList();
        }

        @Override
        public void close() {
            response.cancel(true);
        }
    }

    private record Lines(List<String> lines) implements java.util.concurrent.Flow.Subscriber<String> {

        @Override
        public void onSubscribe(java.util.concurrent.Flow.Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(String line) {
            lines.add(line);
        }

        @Override
        public void onError(Throwable failure) {
            lines.add("error: " + failure);
        }

        @Override
        public void onComplete() {
            lines.add("end");
        }
    }

    private static String told(String kind, String text, String rental) {
        return "{\"kind\":\"" + kind + "\",\"text\":\"" + text + "\",\"path\":\"/rentals/" + rental
                + "\",\"readAt\":null}";
    }

    private static String rent(Person owner, Person renter, String more) {
        return "{\"item\":{\"type\":\"vehicle\",\"id\":5,\"title\":\"VW Golf\"},\"renterId\":" + renter.id()
                + ",\"ownerId\":" + owner.id()
                + ",\"from\":\"2026-12-01\",\"to\":\"2026-12-03\",\"price\":9000,\"currency\":\"EUR\"" + more + '}';
    }

    /** An id that nothing else in the log has. */
    private static String thing() {
        return Long.toString(ThreadLocalRandom.current().nextLong(1L << 40, 1L << 50));
    }

    private static String tell(String type, String aggregate, String id, String data) {
        String event = event(type, aggregate, id, data);
        send(aggregate + ':' + id, event);
        return event;
    }

    private static String event(String type, String aggregate, String id, String data) {
        return "{\"id\":\"" + UUID.randomUUID() + "\",\"type\":\"" + type
                + "\",\"time\":\"2026-11-20T09:00:00.123456Z\",\"source\":\"legacy\",\"aggregate\":{\"type\":\""
                + aggregate
                + "\",\"id\":\"" + id + "\"},\"actor\":7,\"trace\":null,\"data\":" + data + '}';
    }

    private static synchronized void send(String key, String event) {
        producer.beginTransaction();
        producer.send(new ProducerRecord<>(TOPIC, 0, key, event));
        producer.commitTransaction();
    }

    private static KafkaProducer<String, String> producer() {
        KafkaProducer<String, String> created = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.address(), "transactional.id", "test", "linger.ms", 0),
                new StringSerializer(),
                new StringSerializer());
        created.initTransactions();
        return created;
    }

    private static void awaitLogged(String vehicle, long events) {
        awaitLogged("vehicle", vehicle, events);
    }

    private static void awaitLogged(String aggregate, String id, long events) {
        await(events + " events of " + aggregate + ' ' + id).atMost(LONG).until(() -> count("t_evt", id) == events);
    }

    private static long count(String table, String id) {
        return RunningMonolith.get().database().number("SELECT count(*) FROM " + table + " WHERE agg_id = ?", id);
    }

    private static String log(String query) {
        return call("GET", "/api/events?" + query)
                .by(Person.named(RunningMonolith.ADMINISTRATOR))
                .send()
                .body();
    }

    private static String notifications(Person person, String query) {
        return call("GET", "/api/notifications" + query).by(person).send().body();
    }

    private static String health() {
        return get(monolith, "/internal/health", null).body();
    }

    private static HttpResponse<String> get(RunningMonolith at, String path, Person person) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + at.port() + path));
        if (person != null) {
            request.header("Authorization", "Bearer " + person.token());
        }
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
