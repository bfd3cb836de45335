package com.rentwave.contracts.web;

import static au.com.dius.pact.consumer.dsl.LambdaDsl.newJsonBody;
import static com.rentwave.contracts.ApiForms.TIME;
import static com.rentwave.contracts.ApiForms.TIME_FORM;
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

/** What the pages rely on in the wallet. */
@ExtendWith(PactConsumerTestExt.class)
@PactTestFor(providerName = "wallet", pactVersion = PactSpecVersion.V4)
class WalletPactTest {

    @RegisterExtension
    private final Browser browser = new Browser("/api/wallet");

    @Pact(consumer = WEB)
    V4Pact showsTheBalance(PactDslWithProvider pact) {
        return answers(
                        looks(pact.given("a user has money"), "a look at the wallet", "/api/wallet"),
                        200,
                        newJsonBody(o -> o.minArrayLike("balances", 1, b -> b.stringValue("currency", "EUR")
                                        .integerType("amount", 1000000)))
                                .build())
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "showsTheBalance")
    void showsTheBalance(MockServer server) {
        browser.signedIn(server)
                .elsewhere("/api/wallet/transactions", Words.list())
                .open("/wallet");

        assertThat(browser.reads()).contains("€10,000.00");
    }

    @Pact(consumer = WEB)
    V4Pact showsEveryMovement(PactDslWithProvider pact) {
        return answers(
                        looks(
                                        pact.given("a user has rented a vehicle"),
                                        "the movements of the wallet",
                                        "/api/wallet/transactions")
                                .query("limit=20"),
                        200,
                        newJsonBody(o -> o.array("items", items -> items.object(m -> movement(m)
                                                        .stringValue("kind", "RENT")
                                                        .integerType("rentalId", 5)
                                                        .numberValue("amount", -9000))
                                                .object(m -> movement(m)
                                                        .stringValue("kind", "TOP_UP")
                                                        .nullValue("rentalId")
                                                        .numberValue("amount", 1000000)))
                                        .nullValue("nextCursor"))
                                .build())
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "showsEveryMovement")
    void showsEveryMovement(MockServer server) {
        browser.signedIn(server).elsewhere("/api/wallet", "{\"balances\":[]}").open("/wallet");

        assertThat(browser.reads())
                .containsSubsequence("Movements", "Rent", "Rental 5", "−€90.00", "Top-up", "+€10,000.00");
    }

    private static LambdaDslObject movement(LambdaDslObject movement) {
        return movement.stringValue("currency", "EUR").stringMatcher("createdAt", TIME_FORM, TIME);
    }

    @Pact(consumer = WEB)
    V4Pact asksToSignInBeforeShowingTheBalance(PactDslWithProvider pact) {
        return refuses(
                asks(pact.given("nobody is signed in"), "a look at the wallet of nobody", "GET", "/api/wallet"),
                401,
                "unauthenticated");
    }

    /** The sign-in has ended while the page was open. */
    @Test
    @PactTestFor(pactMethod = "asksToSignInBeforeShowingTheBalance")
    void asksToSignInBeforeShowingTheBalance(MockServer server) {
        browser.signedIn(server, null)
                .elsewhere("/api/wallet/transactions", Words.list())
                .open("/wallet");

        assertThat(browser.reads()).contains("Please sign in again");
    }

    @Pact(consumer = WEB)
    V4Pact topsUp(PactDslWithProvider pact) {
        return answers(
                        changes(
                                pact.given("a user is signed in"),
                                "a top-up",
                                "POST",
                                "/api/wallet/top-ups",
                                json("{'amount':5000,'currency':'EUR'}")),
                        201,
                        newJsonBody(o -> o.numberValue("amount", 5000)
                                        .stringValue("currency", "EUR")
                                        .integerType("balance", 5000))
                                .build())
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "topsUp")
    void topsUp(MockServer server) {
        browser.signedIn(server)
                .elsewhere("/api/wallet", "{\"balances\":[]}")
                .elsewhere("/api/wallet/transactions", Words.list())
                .open("/wallet")
                .type("amount", "50")
                .press("Top up");

        assertThat(browser.reads()).contains("€50.00 added. You have €50.00 now.");
    }

    @Pact(consumer = WEB)
    V4Pact learnsThatATopUpIsTooLarge(PactDslWithProvider pact) {
        return refuses(
                changes(
                        pact.given("a user is signed in"),
                        "a top-up of very much",
                        "POST",
                        "/api/wallet/top-ups",
                        json("{'amount':99999999999,'currency':'EUR'}")),
                400,
                "validation-failed");
    }

    @Test
    @PactTestFor(pactMethod = "learnsThatATopUpIsTooLarge")
    void learnsThatATopUpIsTooLarge(MockServer server) {
        browser.signedIn(server)
                .elsewhere("/api/wallet", "{\"balances\":[]}")
                .elsewhere("/api/wallet/transactions", Words.list())
                .open("/wallet")
                .type("amount", "999999999.99")
                .press("Top up");

        assertThat(browser.reads()).contains("Please look at the marked fields.");
    }
}
