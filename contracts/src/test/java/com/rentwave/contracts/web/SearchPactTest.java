package com.rentwave.contracts.web;

import static au.com.dius.pact.consumer.dsl.LambdaDsl.newJsonBody;
import static com.rentwave.contracts.web.Words.WEB;
import static com.rentwave.contracts.web.Words.answers;
import static com.rentwave.contracts.web.Words.asks;
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

/** What the pages rely on in the search over everything. */
@ExtendWith(PactConsumerTestExt.class)
@PactTestFor(providerName = "search", pactVersion = PactSpecVersion.V4)
class SearchPactTest {

    @RegisterExtension
    private final Browser browser = new Browser("/api/search");

    private static void found(LambdaDslObject o) {
        o.stringValue("type", "vehicle")
                .integerType("id", 17)
                .stringValue("title", "Skoda Octavia Combi")
                .stringType("subtitle", "2021 · wagon diesel manual")
                .integerType("pricePerDay", 4500)
                .stringType("currency", "EUR")
                .booleanType("available", true)
                .integerType("ownerId", 7)
                .stringMatcher("path", "/api/vehicles/\\d+", "/api/vehicles/17");
    }

    @Pact(consumer = WEB)
    V4Pact findsEverythingOnOffer(PactDslWithProvider pact) {
        return answers(
                        asks(pact.given("a user has a vehicle"), "a search for everything", "GET", "/api/search")
                                .query("q=skoda octavia&minPrice=100&maxPrice=900000&available=true&limit=24"),
                        200,
                        Words.open(SearchPactTest::found))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "findsEverythingOnOffer")
    void findsEverythingOnOffer(MockServer server) {
        browser.nobody(server).open("/search?q=skoda+octavia&minPrice=100&maxPrice=900000&available=true");

        assertThat(browser.reads()).contains("Skoda Octavia Combi", "wagon diesel manual", "€45.00 a day");
    }

    @Pact(consumer = WEB)
    V4Pact forgivesAMistype(PactDslWithProvider pact) {
        return answers(
                        asks(pact.given("a user has a vehicle"), "a search for what is mistyped", "GET", "/api/search")
                                .query("q=skodda octavia&type=vehicle&limit=12"),
                        200,
                        Words.open(SearchPactTest::found))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "forgivesAMistype")
    void forgivesAMistype(MockServer server) {
        browser.nobody(server).elsewhere("/api/vehicles", Words.list()).open("/search?type=vehicle&q=skodda+octavia");

        assertThat(browser.reads()).contains("These come close:", "Skoda Octavia Combi");
    }

    @Pact(consumer = WEB)
    V4Pact findsBooks(PactDslWithProvider pact) {
        return answers(
                        asks(pact.given("a user lends out a book"), "a search for a book", "GET", "/api/search")
                                .query("q=moving monoliths&type=book&limit=24"),
                        200,
                        Words.open(o -> o.stringValue("type", "book")
                                .integerType("id", 11)
                                .stringValue("title", "On Moving Monoliths")
                                .stringType("subtitle", "Ada Able · Porto")
                                .integerType("pricePerDay", 150)
                                .stringValue("currency", "EUR")
                                .booleanType("available", true)
                                .stringMatcher(
                                        "path",
                                        "/api/books/\\d{13}/adverts/\\d+",
                                        "/api/books/9780306406157/adverts/11")))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "findsBooks")
    void findsBooks(MockServer server) {
        browser.nobody(server).open("/search?type=book&q=moving+monoliths");

        assertThat(browser.reads()).contains("On Moving Monoliths", "€1.50 a day");
    }

    @Pact(consumer = WEB)
    V4Pact findsNothing(PactDslWithProvider pact) {
        return answers(
                        asks(pact.given("nobody is signed in"), "a search for what nobody offers", "GET", "/api/search")
                                .query("q=zzqxxjqqwv&limit=24"),
                        200,
                        newJsonBody(o -> o.array("items", none -> {}).nullValue("nextCursor"))
                                .build())
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "findsNothing")
    void findsNothing(MockServer server) {
        browser.nobody(server).open("/search?q=zzqxxjqqwv");

        assertThat(browser.reads()).contains("Nothing found for “zzqxxjqqwv”");
    }

    @Pact(consumer = WEB)
    V4Pact learnsThatAFilterIsNotValid(PactDslWithProvider pact) {
        return refuses(
                asks(pact.given("nobody is signed in"), "a search with a price that is none", "GET", "/api/search")
                        .query("q=van&minPrice=cheap&limit=24"),
                400,
                "invalid-parameter");
    }

    @Test
    @PactTestFor(pactMethod = "learnsThatAFilterIsNotValid")
    void learnsThatAFilterIsNotValid(MockServer server) {
        browser.nobody(server).open("/search?q=van&minPrice=cheap");

        assertThat(browser.reads()).contains("A sentence for a person.", "Try again");
    }
}
