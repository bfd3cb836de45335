package com.rentwave.legacy;

import static com.rentwave.legacy.Call.call;
import static com.rentwave.legacy.Crowd.atOnce;
import static com.rentwave.legacy.Samples.ROOM;
import static org.assertj.core.api.Assertions.assertThat;

import com.rentwave.legacy.Call.Reply;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Keys of writes to what is on offer, and to the wallet. */
class IdempotencyIT {

    private static final int MANY = 8;

    private static Person alice;

    private final String key = UUID.randomUUID().toString();

    @BeforeAll
    static void signIn() {
        alice = Person.somebody();
    }

    @DisplayName("rule 7: answers a repeated request byte for byte and writes nothing")
    @Test
    void answersARepeatedRequestByteForByteAndWritesNothing() {
        Reply post = post();
        String address = post.header("Location");
        Reply put = put(address, post.header("ETag"), key + "p");
        Reply delete = call("DELETE", address).by(alice).key(key + "d").send();
        long things = things();

        same(post(), post);
        same(put(address, post.header("ETag"), key + "p"), put);
        same(call("DELETE", address).by(alice).key(key + "d").send(), delete);
        assertThat(things()).isEqualTo(things);
        assertThat(delete.status()).isEqualTo(204);
        assertThat(put.status()).isEqualTo(200);
    }

    @Test
    void refusesTheKeyOfAnotherRequest() {
        String address = post().header("Location");

        List<Reply> others = List.of(
                call("POST", address()).by(alice).key(key).json(thing() + " ").send(),
                call("POST", address())
                        .by(alice)
                        .key(key)
                        .header("If-Match", "*")
                        .json(thing())
                        .send(),
                put(address, "*", key),
                call("DELETE", address).by(alice).key(key).send());

        assertThat(others).extracting(Reply::status).containsOnly(422);
        assertThat(others).extracting(Reply::problem).containsOnly("idempotency-key-reused");
    }

    @Test
    void keepsTheKeysOfUsersApart() {
        Reply first = post();
        Reply second = call("POST", address())
                .by(Person.somebody())
                .key(key)
                .json(thing())
                .send();

        assertThat(second.status()).isEqualTo(201);
        assertThat(second.id()).isNotEqualTo(first.id());
    }

    @Test
    void keepsNoKeyOfARequestThatFailed() {
        Reply added = added();

        assertThat(put(added.header("Location"), "\"9-x\"", key).status()).isEqualTo(412);
        assertThat(put(added.header("Location"), added.header("ETag"), key).status())
                .isEqualTo(200);
    }

    @Test
    void addsOneThingForManyRequestsWithOneKeyAtTheSameTime() {
        long before = things();

        List<Reply> replies =
                atOnce(MANY, i -> call("POST", address()).by(alice).key(key).json(thing()));

        assertThat(replies).allSatisfy(reply -> same(reply, replies.get(0)));
        assertThat(replies.get(0).status()).isEqualTo(201);
        assertThat(things()).isEqualTo(before + 1);
    }

    @Test
    void changesAThingOnceForManyRequestsWithOneKeyAtTheSameTime() {
        Reply added = added();

        List<Reply> replies = atOnce(MANY, i -> call("PUT", added.header("Location"))
                .by(alice)
                .key(key)
                .header("If-Match", added.header("ETag"))
                .json(thing()));

        assertThat(replies).allSatisfy(reply -> same(reply, replies.get(0)));
        assertThat(replies.get(0).body()).endsWith("\"version\":1}");
    }

    @Test
    void letsOneOfManyChangesToOneVersionThrough() {
        Reply added = added();

        List<Reply> replies = atOnce(MANY, i -> call("PUT", added.header("Location"))
                .by(alice)
                .key(key + i)
                .header("If-Match", added.header("ETag"))
                .json(thing()));

        assertThat(replies).extracting(Reply::status).containsOnlyOnce(200).contains(412);
    }

    @Test
    void topsUpOnceForManyRequestsWithOneKey() {
        Person person = Person.somebody();

        List<Reply> replies = atOnce(MANY, i -> call("POST", "/api/wallet/top-ups")
                .by(person)
                .key(key)
                .json("{\"amount\":700,\"currency\":\"EUR\"}"));

        assertThat(replies).allSatisfy(reply -> assertThat(reply.body())
                .isEqualTo(replies.get(0).body()));
        assertThat(person.balance("EUR")).isEqualTo(700);
    }

    private Reply post() {
        return call("POST", address()).by(alice).key(key).json(thing()).send();
    }

    private Reply put(String address, String etag, String key) {
        return call("PUT", address)
                .by(alice)
                .key(key)
                .header("If-Match", etag)
                .json(thing())
                .send();
    }

    private static void same(Reply reply, Reply first) {
        assertThat(reply.status()).isEqualTo(first.status());
        assertThat(reply.body()).isEqualTo(first.body());
        for (String header : List.of("ETag", "Location", "Content-Type")) {
            assertThat(reply.header(header)).isEqualTo(first.header(header));
        }
    }

    private long things() {
        return RunningMonolith.get().database().number("SELECT count(*) FROM " + table());
    }

    private Reply added() {
        return call("POST", address()).by(alice).json(thing()).send();
    }

    /** Where things are offered, {@code /api/rooms}. */
    String address() {
        return "/api/rooms";
    }

    /** A thing to offer there. */
    String thing() {
        return ROOM;
    }

    /** The table of the things. */
    String table() {
        return "t_room";
    }
}
