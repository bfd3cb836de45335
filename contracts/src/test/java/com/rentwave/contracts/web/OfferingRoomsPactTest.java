package com.rentwave.contracts.web;

import static com.rentwave.contracts.ApiForms.CHANGED_ETAG;
import static com.rentwave.contracts.ApiForms.CHANGED_ETAG_FORM;
import static com.rentwave.contracts.web.RoomBodies.room;
import static com.rentwave.contracts.web.Words.KEY;
import static com.rentwave.contracts.web.Words.WEB;
import static com.rentwave.contracts.web.Words.answers;
import static com.rentwave.contracts.web.Words.asks;
import static com.rentwave.contracts.web.Words.changes;
import static com.rentwave.contracts.web.Words.json;
import static com.rentwave.contracts.web.Words.refuses;
import static com.rentwave.contracts.web.Words.saves;
import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.PactDslWithProvider;
import au.com.dius.pact.consumer.junit5.PactConsumerTestExt;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.PactSpecVersion;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the pages rely on when somebody offers guest rooms, changes and removes them. */
@ExtendWith(PactConsumerTestExt.class)
@PactTestFor(providerName = "rooms", pactVersion = PactSpecVersion.V4)
class OfferingRoomsPactTest {

    @RegisterExtension
    private final Browser browser = new Browser("/api/rooms");

    private static final String ROOM =
            json("{'title':'Room with a view','description':'Quiet, high up.','place':'Florence',"
                    + "'country':'IT','beds':2,'guests':3,'amenities':['BREAKFAST','WIFI'],'pricePerDay':6000,"
                    + "'lateFeePerDay':2000,'currency':'EUR','minDays':1,'maxDays':30}");

    private static Browser typed(Browser browser) {
        return browser.type("title", "Room with a view")
                .type("description", "Quiet, high up.")
                .type("place", "Florence")
                .type("country", "IT")
                .type("beds", "2")
                .type("guests", "3")
                .type("amenities", "WIFI", "BREAKFAST")
                .type("pricePerDay", "60")
                .type("lateFeePerDay", "20");
    }

    @Pact(consumer = WEB)
    V4Pact offersARoom(PactDslWithProvider pact) {
        return answers(
                        changes(pact.given("a user is signed in"), "a new room", "POST", "/api/rooms", ROOM),
                        201,
                        room(true))
                .matchHeader("Location", "/api/rooms/\\d+", "/api/rooms/9")
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "offersARoom")
    void offersARoom(MockServer server) {
        typed(browser.signedIn(server).without("/api/rooms/9").open("/rooms/new"))
                .press("Put it online");

        assertThat(browser.reads()).contains("Your advert is online.");
        assertThat(browser.address()).isEqualTo("/rooms/9");
    }

    @Pact(consumer = WEB)
    V4Pact showsWhatIsWrongWithARoom(PactDslWithProvider pact) {
        return refuses(
                changes(
                        pact.given("a user is signed in"),
                        "a new room for too many",
                        "POST",
                        "/api/rooms",
                        ROOM.replace("\"guests\":3", "\"guests\":3000")),
                400,
                "validation-failed");
    }

    @Test
    @PactTestFor(pactMethod = "showsWhatIsWrongWithARoom")
    void showsWhatIsWrongWithARoom(MockServer server) {
        typed(browser.signedIn(server).open("/rooms/new"))
                .type("guests", "3000")
                .press("Put it online");

        assertThat(browser.reads()).contains("Please look at the marked fields.");
    }

    @Pact(consumer = WEB)
    V4Pact asksToSignInBeforeOffering(PactDslWithProvider pact) {
        return refuses(
                asks(pact.given("nobody is signed in"), "a new room from nobody", "POST", "/api/rooms")
                        .headerFromProviderState("Idempotency-Key", "${idempotencyKey}", KEY)
                        .body(ROOM, "application/json"),
                401,
                "unauthenticated");
    }

    @Test
    @PactTestFor(pactMethod = "asksToSignInBeforeOffering")
    void asksToSignInBeforeOffering(MockServer server) {
        typed(browser.signedIn(server, null).open("/rooms/new")).press("Put it online");

        assertThat(browser.reads()).contains("Please sign in again");
    }

    @Pact(consumer = WEB)
    V4Pact savesARoom(PactDslWithProvider pact) {
        return answers(
                        saves(pact.given("a user has a room"), "a changed room", "/api/rooms/${roomId}", ROOM),
                        200,
                        room(true))
                .matchHeader("ETag", CHANGED_ETAG_FORM, CHANGED_ETAG)
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "savesARoom")
    void savesARoom(MockServer server) {
        typed(browser.signedIn(server)
                        .elsewhere("/api/rooms/9", Words.example(room(true)))
                        .open("/rooms/9/edit"))
                .press("Save");

        assertThat(browser.reads()).contains("Your advert is saved.");
    }

    @Pact(consumer = WEB)
    V4Pact doesNotOverwriteWhatItHasNotSeen(PactDslWithProvider pact) {
        return refuses(
                saves(
                        pact.given("a user has a room that was changed in the meantime"),
                        "a room changed elsewhere",
                        "/api/rooms/${roomId}",
                        ROOM),
                412,
                "precondition-failed");
    }

    @Test
    @PactTestFor(pactMethod = "doesNotOverwriteWhatItHasNotSeen")
    void doesNotOverwriteWhatItHasNotSeen(MockServer server) {
        typed(browser.signedIn(server)
                        .elsewhere("/api/rooms/9", Words.example(room(true)))
                        .open("/rooms/9/edit"))
                .press("Save");

        assertThat(browser.reads()).contains("This advert was changed elsewhere in the meantime.");
    }

    @Pact(consumer = WEB)
    V4Pact pausesARoom(PactDslWithProvider pact) {
        return answers(
                        changes(
                                pact.given("a user has a room"),
                                "a pause of the room",
                                "PUT",
                                "/api/rooms/${roomId}/availability",
                                json("{'available':false}")),
                        200,
                        room(false))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "pausesARoom")
    void pausesARoom(MockServer server) {
        browser.signedIn(server)
                .elsewhere("/api/rooms", Words.list(Words.example(room(true))))
                .open("/adverts")
                .press("Pause");

        assertThat(browser.reads()).contains("Room with a view is paused.");
    }

    @Pact(consumer = WEB)
    V4Pact removesARoom(PactDslWithProvider pact) {
        return changes(pact.given("a user has a room"), "the removal of the room", "DELETE", "/api/rooms/${roomId}")
                .willRespondWith()
                .status(204)
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "removesARoom")
    void removesARoom(MockServer server) {
        browser.signedIn(server)
                .elsewhere("/api/rooms", Words.list(Words.example(room(true))))
                .open("/adverts")
                .press("Delete Room")
                .press("Delete it");

        assertThat(browser.reads()).contains("Room with a view is deleted.");
    }
}
