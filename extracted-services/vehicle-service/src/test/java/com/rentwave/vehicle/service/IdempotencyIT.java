package com.rentwave.vehicle.service;

import static com.rentwave.vehicle.service.Samples.GOLF;
import static com.rentwave.vehicle.service.Samples.added;
import static com.rentwave.vehicle.service.Samples.addedAddress;
import static com.rentwave.vehicle.service.Samples.golf;
import static com.rentwave.vehicle.service.TestService.ALICE;
import static com.rentwave.vehicle.service.TestService.BOB;
import static com.rentwave.vehicle.service.TestService.call;
import static org.assertj.core.api.Assertions.assertThat;

import com.rentwave.service.testing.Call;
import com.rentwave.service.testing.Reply;
import com.rentwave.service.testing.ServiceDatabase;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IdempotencyIT {

    private static final ServiceDatabase DATABASE = TestService.database();

    @BeforeEach
    void ownVehicles() {
        TestService.owns();
    }

    @Test
    void answersARepeatedRequestByteForByteAndWritesNothing() {
        Reply post = keyed("k", "POST", "/api/vehicles").json(GOLF).send();
        String address = post.header("Location");
        Reply put = keyed("l", "PUT", address)
                .header("If-Match", post.header("ETag"))
                .json(GOLF)
                .send();
        Reply offer = keyed("m", "PUT", address + "/availability")
                .json("{\"available\":false}")
                .send();
        Reply delete = keyed("n", "DELETE", address).send();
        String before = DATABASE.rows();

        same(keyed("k", "POST", "/api/vehicles").json(GOLF).send(), post);
        same(
                keyed("l", "PUT", address)
                        .header("If-Match", post.header("ETag"))
                        .json(GOLF)
                        .send(),
                put);
        same(
                keyed("m", "PUT", address + "/availability")
                        .json("{\"available\":false}")
                        .send(),
                offer);
        same(keyed("n", "DELETE", address).send(), delete);
        assertThat(DATABASE.rows()).isEqualTo(before);
        assertThat(delete.status()).isEqualTo(204);
    }

    @Test
    void refusesTheKeyOfAnotherRequest() {
        Reply first = keyed("k", "POST", "/api/vehicles").json(GOLF).send();
        String address = first.header("Location");

        List<Reply> others = List.of(
                keyed("k", "POST", "/api/vehicles").json(golf("Golf", "Polo")).send(),
                keyed("k", "POST", "/api/vehicles").json(GOLF + " ").send(),
                keyed("k", "POST", "/api/vehicles")
                        .header("If-Match", "*")
                        .json(GOLF)
                        .send(),
                keyed("k", "PUT", address).header("If-Match", "*").json(GOLF).send(),
                keyed("k", "DELETE", address).send());

        assertThat(others).allSatisfy(reply -> {
            assertThat(reply.status()).isEqualTo(422);
            assertThat(reply.body())
                    .contains("\"type\":\"urn:rentwave:problem:idempotency-key-reused\",\"title\":\"Key used before\","
                            + "\"status\":422,\"detail\":\"This Idempotency-Key was used for another request.\"");
        });
        assertThat(DATABASE.number("SELECT count(*) FROM vehicle")).isEqualTo(1);
    }

    @Test
    void keepsTheKeysOfUsersApart() {
        Reply alice = keyed("k", "POST", "/api/vehicles").json(GOLF).send();
        Reply bob = call("POST", "/api/vehicles")
                .by(BOB)
                .header("Idempotency-Key", "k")
                .json(GOLF)
                .send();

        assertThat(bob.status()).isEqualTo(201);
        assertThat(bob.header("Location")).isNotEqualTo(alice.header("Location"));
    }

    @Test
    void keepsNoKeyOfARequestThatFailed() {
        Reply vehicle = added(ALICE, GOLF);
        String address = vehicle.header("Location");
        Reply stale = keyed("k", "PUT", address)
                .header("If-Match", "\"9-x\"")
                .json(GOLF)
                .send();

        Reply right = keyed("k", "PUT", address)
                .header("If-Match", vehicle.header("ETag"))
                .json(GOLF)
                .send();

        assertThat(stale.status()).isEqualTo(412);
        assertThat(right.status()).isEqualTo(200);
    }

    @Test
    void addsOneVehicleForManyRequestsWithOneKeyAtTheSameTime() {
        List<Reply> replies = atOnce(() -> keyed("k", "POST", "/api/vehicles").json(GOLF));

        assertThat(replies).allSatisfy(reply -> same(reply, replies.get(0)));
        assertThat(replies.get(0).status()).isEqualTo(201);
        assertThat(DATABASE.number("SELECT count(*) FROM vehicle")).isEqualTo(1);
    }

    @Test
    void changesAVehicleOnceForManyRequestsWithOneKeyAtTheSameTime() {
        Reply vehicle = added(ALICE, GOLF);

        List<Reply> replies = atOnce(() -> keyed("k", "PUT", vehicle.header("Location"))
                .header("If-Match", vehicle.header("ETag"))
                .json(GOLF));

        assertThat(replies).allSatisfy(reply -> same(reply, replies.get(0)));
        assertThat(replies.get(0).body()).contains("\"version\":1}");
        assertThat(DATABASE.number("SELECT version FROM vehicle")).isEqualTo(1);
    }

    @Test
    void deletesAVehicleOnceForManyRequestsWithOneKeyAtTheSameTime() {
        String address = addedAddress(ALICE);

        List<Reply> replies = atOnce(() -> keyed("k", "DELETE", address));

        assertThat(replies).extracting(Reply::status).containsOnly(204);
    }

    @Test
    void letsOneOfManyChangesToOneVersionThrough() {
        Reply vehicle = added(ALICE, GOLF);

        List<Reply> replies = atOnce(() -> call("PUT", vehicle.header("Location"))
                .by(ALICE)
                .header("If-Match", vehicle.header("ETag"))
                .json(GOLF));

        assertThat(replies).extracting(Reply::status).containsOnlyOnce(200).containsOnly(200, 412);
        assertThat(DATABASE.number("SELECT version FROM vehicle")).isEqualTo(1);
    }

    private static Call keyed(String key, String method, String path) {
        return call(method, path).by(ALICE).header("Idempotency-Key", key);
    }

    private static void same(Reply reply, Reply first) {
        assertThat(reply.status()).isEqualTo(first.status());
        assertThat(reply.body()).isEqualTo(first.body());
        assertThat(reply.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(reply.header("Location")).isEqualTo(first.header("Location"));
        assertThat(reply.header("RentWave-Position")).isNotNull();
    }

    private static List<Reply> atOnce(Supplier<Call> call) {
        ExecutorService clients = Executors.newFixedThreadPool(8);
        try {
            List<CompletableFuture<Reply>> replies = IntStream.range(0, 8)
                    .mapToObj(
                            i -> CompletableFuture.supplyAsync(() -> call.get().send(), clients))
                    .toList();
            return replies.stream().map(CompletableFuture::join).toList();
        } finally {
            clients.shutdownNow();
        }
    }
}
