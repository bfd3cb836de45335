package com.rentwave.contracts.web;

import static au.com.dius.pact.consumer.dsl.LambdaDsl.newJsonBody;
import static com.rentwave.contracts.ApiForms.TIME;
import static com.rentwave.contracts.ApiForms.TIME_FORM;
import static com.rentwave.contracts.web.Words.KEY;
import static com.rentwave.contracts.web.Words.WEB;
import static com.rentwave.contracts.web.Words.answers;
import static com.rentwave.contracts.web.Words.asks;
import static com.rentwave.contracts.web.Words.changes;
import static com.rentwave.contracts.web.Words.json;
import static com.rentwave.contracts.web.Words.looks;
import static com.rentwave.contracts.web.Words.refuses;
import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.LambdaDslObject;
import au.com.dius.pact.consumer.dsl.PactDslWithProvider;
import au.com.dius.pact.consumer.junit5.PactConsumerTestExt;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.PactSpecVersion;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the pages rely on when somebody follows a search. */
@ExtendWith(PactConsumerTestExt.class)
@PactTestFor(providerName = "searches", pactVersion = PactSpecVersion.V4)
class SearchesPactTest {

    @RegisterExtension
    private final Browser browser = new Browser("/api/searches");

    private static final String WANTED = json("{'q':'panda','type':'vehicle','minPrice':null,'maxPrice':5000}");

    private static void search(LambdaDslObject o) {
        o.integerType("id", 3)
                .stringValue("q", "panda")
                .stringValue("type", "vehicle")
                .nullValue("minPrice")
                .numberValue("maxPrice", 5000)
                .stringMatcher("createdAt", TIME_FORM, TIME);
    }

    private Browser follows(MockServer server, String token) {
        return browser.signedIn(server, token)
                .elsewhere("/api/vehicles", Words.list(VehicleBodies.of(8)))
                .open("/search?type=vehicle&q=panda&maxPrice=5000")
                .press("Follow");
    }

    @Pact(consumer = WEB)
    V4Pact followsASearch(PactDslWithProvider pact) {
        return answers(
                        changes(
                                pact.given("a user is signed in"),
                                "a search to follow",
                                "POST",
                                "/api/searches",
                                WANTED),
                        201,
                        newJsonBody(SearchesPactTest::search).build())
                .matchHeader("Location", "/api/searches/\\d+", "/api/searches/3")
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "followsASearch")
    void followsASearch(MockServer server) {
        follows(server, Words.TOKEN);

        assertThat(browser.reads())
                .contains("We will tell you as soon as something new fits this search.", "Following");
    }

    @Pact(consumer = WEB)
    V4Pact asksToSignInBeforeFollowing(PactDslWithProvider pact) {
        return refuses(
                asks(pact.given("nobody is signed in"), "a search that nobody follows", "POST", "/api/searches")
                        .headerFromProviderState("Idempotency-Key", "${idempotencyKey}", KEY)
                        .body(WANTED, "application/json"),
                401,
                "unauthenticated");
    }

    @Test
    @PactTestFor(pactMethod = "asksToSignInBeforeFollowing")
    void asksToSignInBeforeFollowing(MockServer server) {
        follows(server, null);

        assertThat(browser.reads()).contains("Please sign in again");
    }

    @Pact(consumer = WEB)
    V4Pact listsWhatIsFollowed(PactDslWithProvider pact) {
        return answers(
                        looks(pact.given("a user follows a search"), "the followed searches", "/api/searches")
                                .query("limit=20"),
                        200,
                        Words.open(SearchesPactTest::search))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "listsWhatIsFollowed")
    void listsWhatIsFollowed(MockServer server) {
        browser.signedIn(server).open("/searches");

        assertThat(browser.reads()).contains("panda", "Vehicles", "up to €50.00");
    }

    @Pact(consumer = WEB)
    V4Pact stopsFollowing(PactDslWithProvider pact) {
        return changes(
                        pact.given("a user follows a search"),
                        "the end of a followed search",
                        "DELETE",
                        "/api/searches/${searchId}")
                .willRespondWith()
                .status(204)
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "stopsFollowing")
    void stopsFollowing(MockServer server) {
        stops(server, 3);

        assertThat(browser.reads()).contains("You no longer follow this search.");
    }

    @Pact(consumer = WEB)
    V4Pact learnsThatItFollowsItNoLonger(PactDslWithProvider pact) {
        return refuses(
                changes(
                        pact.given("a user is signed in"),
                        "the end of a search that nobody follows",
                        "DELETE",
                        "/api/searches/987654321"),
                404,
                "not-found");
    }

    @Test
    @PactTestFor(pactMethod = "learnsThatItFollowsItNoLonger")
    void learnsThatItFollowsItNoLonger(MockServer server) {
        stops(server, 987654321);

        assertThat(browser.reads()).contains("A sentence for a person.");
    }

    private void stops(MockServer server, long id) {
        String search = Words.example(newJsonBody(SearchesPactTest::search).build());
        browser.signedIn(server)
                .elsewhere("/api/searches", Words.list(search.replace("\"id\":3", "\"id\":" + id)))
                .open("/searches")
                .press("Stop");
    }
}
