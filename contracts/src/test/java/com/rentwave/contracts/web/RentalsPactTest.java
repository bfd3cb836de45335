package com.rentwave.contracts.web;

import static au.com.dius.pact.consumer.dsl.LambdaDsl.newJsonBody;
import static com.rentwave.contracts.ApiForms.TIME;
import static com.rentwave.contracts.ApiForms.TIME_FORM;
import static com.rentwave.contracts.web.RentalBodies.rental;
import static com.rentwave.contracts.web.Words.DAY_FORM;
import static com.rentwave.contracts.web.Words.WEB;
import static com.rentwave.contracts.web.Words.answers;
import static com.rentwave.contracts.web.Words.asks;
import static com.rentwave.contracts.web.Words.changes;
import static com.rentwave.contracts.web.Words.looks;
import static com.rentwave.contracts.web.Words.refuses;
import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.DslPart;
import au.com.dius.pact.consumer.dsl.PactDslWithProvider;
import au.com.dius.pact.consumer.junit5.PactConsumerTestExt;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.PactSpecVersion;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the pages rely on when somebody looks at rentals, cancels and gives back. */
@ExtendWith(PactConsumerTestExt.class)
@PactTestFor(providerName = "rentals", pactVersion = PactSpecVersion.V4)
class RentalsPactTest {

    @RegisterExtension
    private final Browser browser = new Browser("/api/rentals");

    private static DslPart begun() {
        return newJsonBody(o -> rental(o)
                        .stringMatcher("from", DAY_FORM, "2020-03-01")
                        .stringMatcher("to", DAY_FORM, "2020-03-03")
                        .stringValue("status", "RETURNED")
                        .stringMatcher("returnedAt", TIME_FORM, TIME)
                        .nullValue("cancelledAt"))
                .build();
    }

    private static V4Pact list(PactDslWithProvider pact, String state, String what, String role) {
        return answers(
                        looks(pact.given(state), what, "/api/rentals").query("role=" + role + "&limit=20"),
                        200,
                        newJsonBody(o -> o.array("items", items -> items.object(RentalBodies::booked))
                                        .nullValue("nextCursor"))
                                .build())
                .toPact(V4Pact.class);
    }

    private void shows(MockServer server, String address) {
        browser.signedIn(server).open(address);

        assertThat(browser.reads()).contains("Skoda Octavia Combi", "Booked", "2 days", "€90.00");
    }

    @Pact(consumer = WEB)
    V4Pact listsWhatSomebodyRents(PactDslWithProvider pact) {
        return list(pact, "a user has rented a vehicle", "what somebody rents", "renter");
    }

    @Test
    @PactTestFor(pactMethod = "listsWhatSomebodyRents")
    void listsWhatSomebodyRents(MockServer server) {
        shows(server, "/rentals");
    }

    @Pact(consumer = WEB)
    V4Pact listsWhatOthersRentOfSomebody(PactDslWithProvider pact) {
        return list(pact, "somebody has rented a user's vehicle", "what others rent of somebody", "owner");
    }

    @Test
    @PactTestFor(pactMethod = "listsWhatOthersRentOfSomebody")
    void listsWhatOthersRentOfSomebody(MockServer server) {
        shows(server, "/rentals?role=owner");
    }

    @Pact(consumer = WEB)
    V4Pact asksToSignInBeforeListing(PactDslWithProvider pact) {
        return refuses(
                asks(pact.given("nobody is signed in"), "the rentals of nobody", "GET", "/api/rentals")
                        .query("role=renter&limit=20"),
                401,
                "unauthenticated");
    }

    @Test
    @PactTestFor(pactMethod = "asksToSignInBeforeListing")
    void asksToSignInBeforeListing(MockServer server) {
        browser.signedIn(server, null).open("/rentals");

        assertThat(browser.reads()).contains("Please sign in again");
    }

    @Pact(consumer = WEB)
    V4Pact showsARental(PactDslWithProvider pact) {
        return answers(
                        looks(
                                pact.given("a user has rented a vehicle"),
                                "a look at the rental",
                                "/api/rentals/${rentalId}"),
                        200,
                        newJsonBody(RentalBodies::booked).build())
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "showsARental")
    void showsARental(MockServer server) {
        browser.signedIn(server).open("/rentals/5");

        assertThat(browser.reads()).contains("Skoda Octavia Combi", "1 March 2090", "2 days", "€90.00", "€20.00 a day");
    }

    @Pact(consumer = WEB)
    V4Pact warnsWhoIsLate(PactDslWithProvider pact) {
        return answers(
                        looks(
                                pact.given("a user's rental is late"),
                                "a look at a late rental",
                                "/api/rentals/${rentalId}"),
                        200,
                        newJsonBody(o -> RentalBodies.late(o)
                                        .stringMatcher("from", DAY_FORM, "2020-03-01")
                                        .stringMatcher("to", DAY_FORM, "2020-03-03")
                                        .stringValue("status", "ACTIVE")
                                        .nullValue("returnedAt")
                                        .nullValue("cancelledAt"))
                                .build())
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "warnsWhoIsLate")
    void warnsWhoIsLate(MockServer server) {
        browser.signedIn(server).open("/rentals/5");

        assertThat(browser.reads()).contains("1 day late; €20.00 in late fees so far. Return it to stop them.");
    }

    @Pact(consumer = WEB)
    V4Pact saysThatARentalIsNotThere(PactDslWithProvider pact) {
        return refuses(
                looks(
                        pact.given("a user is signed in"),
                        "a look at a rental that is not there",
                        "/api/rentals/999999999999999999"),
                404,
                "not-found");
    }

    @Test
    @PactTestFor(pactMethod = "saysThatARentalIsNotThere")
    void saysThatARentalIsNotThere(MockServer server) {
        browser.signedIn(server).open("/rentals/999999999999999999");

        assertThat(browser.reads()).contains("A sentence for a person.", "Try again");
    }

    @Pact(consumer = WEB)
    V4Pact cancelsARental(PactDslWithProvider pact) {
        return answers(
                        changes(
                                pact.given("a user has rented a vehicle"),
                                "a cancellation",
                                "POST",
                                "/api/rentals/${rentalId}/cancel"),
                        200,
                        newJsonBody(o -> rental(o)
                                        .stringValue("from", "2090-03-01")
                                        .stringValue("to", "2090-03-03")
                                        .stringValue("status", "CANCELLED")
                                        .nullValue("returnedAt")
                                        .stringMatcher("cancelledAt", TIME_FORM, TIME))
                                .build())
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "cancelsARental")
    void cancelsARental(MockServer server) {
        cancels(server);

        assertThat(browser.reads()).contains("is cancelled; €90.00 are back in your wallet.");
    }

    private void cancels(MockServer server) {
        browser.signedIn(server)
                .elsewhere(
                        "/api/rentals/5",
                        Words.example(newJsonBody(RentalBodies::booked).build()))
                .open("/rentals/5")
                .press("Cancel Skoda")
                .press("Cancel the rental");
    }

    @Pact(consumer = WEB)
    V4Pact learnsThatItIsTooLateToCancel(PactDslWithProvider pact) {
        return refuses(
                changes(
                        pact.given("a user's rental has begun"),
                        "a cancellation of a rental that has begun",
                        "POST",
                        "/api/rentals/${rentalId}/cancel"),
                409,
                "too-late-to-cancel");
    }

    @Test
    @PactTestFor(pactMethod = "learnsThatItIsTooLateToCancel")
    void learnsThatItIsTooLateToCancel(MockServer server) {
        cancels(server);

        assertThat(browser.reads()).contains("The rental has already begun, so it can no longer be cancelled.");
    }

    @Pact(consumer = WEB)
    V4Pact givesBackWhatItRented(PactDslWithProvider pact) {
        return answers(
                        changes(
                                pact.given("a user's rental has begun"),
                                "a return",
                                "POST",
                                "/api/rentals/${rentalId}/return"),
                        200,
                        begun())
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "givesBackWhatItRented")
    void givesBackWhatItRented(MockServer server) {
        browser.signedIn(server)
                .elsewhere(
                        "/api/rentals/5",
                        Words.example(begun())
                                .replace("RETURNED", "ACTIVE")
                                .replace("\"returnedAt\":\"" + TIME + '"', "\"returnedAt\":null"))
                .open("/rentals/5")
                .press("Return Skoda")
                .press("Return it");

        assertThat(browser.reads()).contains("Skoda Octavia Combi is returned. Thank you.");
    }
}
