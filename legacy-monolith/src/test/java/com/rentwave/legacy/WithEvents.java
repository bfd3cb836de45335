package com.rentwave.legacy;

import static com.rentwave.legacy.Call.call;
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
import java.util.concurrent.ThreadLocalRandom;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** A monolith that follows a real Kafka, and whoever sends events there. */
abstract class WithEvents {

    static final Duration LONG = Duration.ofSeconds(60);

    private static final String TOPIC = "rentwave.events";
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    static TestBroker broker;
    static RunningMonolith monolith;

    private static KafkaProducer<String, String> producer;

    @BeforeAll
    static void start() throws Exception {
        broker = new TestBroker();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.address()))) {
            admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1))).all().get();
        }
        producer = producer();
        // How far was read in another test's Kafka means nothing in this one.
        RunningMonolith.get().database().execute("DELETE FROM t_inbx_pos");
        monolith = RunningMonolith.another(Map.of("RENTWAVE_KAFKA_BOOTSTRAP_SERVERS", broker.address()));
    }

    @AfterAll
    static void stop() {
        producer.close(Duration.ZERO);
        monolith.stop();
        broker.close();
    }

    private static KafkaProducer<String, String> producer() {
        KafkaProducer<String, String> created = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.address(), "transactional.id", "test", "linger.ms", 0),
                new StringSerializer(),
                new StringSerializer());
        created.initTransactions();
        return created;
    }

    /** The data of an event about a rental, with more members or none. */
    static String rent(Person owner, Person renter, String more) {
        return "{\"item\":{\"type\":\"vehicle\",\"id\":5,\"title\":\"VW Golf\"},\"renterId\":" + renter.id()
                + ",\"ownerId\":" + owner.id()
                + ",\"from\":\"2026-12-01\",\"to\":\"2026-12-03\",\"price\":9000,\"currency\":\"EUR\"" + more + '}';
    }

    /** An id that nothing else in the log has. */
    static String thing() {
        return Long.toString(ThreadLocalRandom.current().nextLong(1L << 40, 1L << 50));
    }

    /** Sends an event as the publisher does, and returns it. */
    static String tell(String type, String aggregate, String id, String data) {
        String event = event(type, aggregate, id, data);
        send(aggregate + ':' + id, event);
        return event;
    }

    static String event(String type, String aggregate, String id, String data) {
        return "{\"id\":\"" + UUID.randomUUID() + "\",\"type\":\"" + type
                + "\",\"time\":\"2026-11-20T09:00:00.123456Z\",\"source\":\"legacy\",\"aggregate\":{\"type\":\""
                + aggregate
                + "\",\"id\":\"" + id + "\"},\"actor\":7,\"trace\":null,\"data\":" + data + '}';
    }

    static synchronized void send(String key, String event) {
        producer.beginTransaction();
        producer.send(new ProducerRecord<>(TOPIC, 0, key, event));
        producer.commitTransaction();
    }

    static void awaitLogged(String vehicle, long events) {
        awaitLogged("vehicle", vehicle, events);
    }

    static void awaitLogged(String aggregate, String id, long events) {
        await(events + " events of " + aggregate + ' ' + id).atMost(LONG).until(() -> count("t_evt", id) == events);
    }

    static long count(String table, String id) {
        return RunningMonolith.get().database().number("SELECT count(*) FROM " + table + " WHERE agg_id = ?", id);
    }

    static String notifications(Person person, String query) {
        return call("GET", "/api/notifications" + query).by(person).send().body();
    }

    static HttpResponse<String> get(RunningMonolith at, String path, Person person) {
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
