package com.rentwave.contracts.web;

import static au.com.dius.pact.consumer.dsl.LambdaDsl.newJsonBody;
import static com.rentwave.contracts.web.Words.WEB;
import static com.rentwave.contracts.web.Words.answers;
import static com.rentwave.contracts.web.Words.asks;
import static com.rentwave.contracts.web.Words.looks;
import static com.rentwave.contracts.web.Words.problemType;
import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.LambdaDslObject;
import au.com.dius.pact.consumer.dsl.PactDslRequestWithPath;
import au.com.dius.pact.consumer.dsl.PactDslWithProvider;
import au.com.dius.pact.consumer.junit5.PactConsumerTestExt;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.PactSpecVersion;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the pages rely on when they list and search vehicles. */
@ExtendWith(PactConsumerTestExt.class)
@PactTestFor(providerName = "vehicles", pactVersion = PactSpecVersion.V4)
class SearchingPactTest {

    @RegisterExtension
    private final Browser browser = new Browser("/api/vehicles");

    @Pact(consumer = WEB)
    V4Pact showsWhatIsNew(PactDslWithProvider pact) {
        return answers(
                        asks(pact.given("a user has a vehicle"), "the newest vehicles", "GET", "/api/vehicles")
                                .query("limit=8&available=true"),
                        200,
                        Words.open(VehicleBodies::card))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "showsWhatIsNew")
    void showsWhatIsNew(MockServer server) {
        browser.nobody(server).open("/");

        assertThat(browser.reads()).contains("New on the road", "Skoda Octavia Combi", "€45.00 a day");
    }

    @Pact(consumer = WEB)
    V4Pact showsWhatSomebodyOffers(PactDslWithProvider pact) {
        return answers(
                        asks(
                                        pact.given("a user has three vehicles"),
                                        "what somebody offers of vehicles",
                                        "GET",
                                        "/api/vehicles")
                                .query("available=true&limit=20")
                                .queryParameterFromProviderState("ownerId", "${ownerId}", "7"),
                        200,
                        newJsonBody(o -> o.array("items", items -> items.object(v -> offered(v, 1000))
                                                .object(v -> offered(v, 2000))
                                                .object(v -> offered(v, 3000)))
                                        .nullValue("nextCursor"))
                                .build())
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "showsWhatSomebodyOffers")
    void showsWhatSomebodyOffers(MockServer server) {
        browser.nobody(server).elsewhere("/api/users/7", Wire.USER);
        browser.elsewhere("/api/rooms", Words.list()).elsewhere("/api/books/adverts", Words.list());
        browser.open("/users/7");

        assertThat(browser.reads()).contains("On offer", "Skoda Octavia Combi");
    }

    @Pact(consumer = WEB)
    V4Pact showsTheFirstPage(PactDslWithProvider pact) {
        return answers(
                        looks(
                                        pact.given("a user has more vehicles than a page shows"),
                                        "the first page of one's own vehicles",
                                        "/api/vehicles")
                                .query("limit=20")
                                .queryParameterFromProviderState("ownerId", "${ownerId}", "7"),
                        200,
                        newJsonBody(o -> o.minArrayLike("items", 1, VehicleBodies::card)
                                        .stringMatcher("nextCursor", "[A-Za-z0-9_-]+", "bmV3ZXN0OjE6Mg"))
                                .build())
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "showsTheFirstPage")
    void showsTheFirstPage(MockServer server) {
        browser.signedIn(server).open("/adverts");

        assertThat(browser.reads()).contains("Skoda Octavia Combi", "Show more");
    }

    @Pact(consumer = WEB)
    V4Pact showsTheLastPage(PactDslWithProvider pact) {
        return answers(
                        looks(
                                        pact.given("a user has more vehicles than a page shows"),
                                        "the last page of one's own vehicles",
                                        "/api/vehicles")
                                .query("limit=20")
                                .queryParameterFromProviderState("ownerId", "${ownerId}", "7")
                                .queryParameterFromProviderState("cursor", "${cursor}", "bmV3ZXN0OjE6Mg"),
                        200,
                        newJsonBody(o -> o.array("items", items -> items.object(v -> VehicleBodies.fields(v, 3000)))
                                        .nullValue("nextCursor"))
                                .build())
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "showsTheLastPage")
    void showsTheLastPage(MockServer server) {
        browser.signedIn(server)
                .elsewhere("/api/vehicles?ownerId=7&limit=20", firstPage("bmV3ZXN0OjE6Mg"))
                .open("/adverts")
                .press("Show more");

        assertThat(browser.reads()).contains("€30.00 a day").doesNotContain("Show more");
    }

    private static void offered(LambdaDslObject vehicle, int price) {
        VehicleBodies.fields(vehicle, price);
        vehicle.booleanValue("available", true);
    }

    private static String firstPage(String cursor) {
        return Words.list(VehicleBodies.of(7).replace("\"id\":17", "\"id\":16"))
                .replace("\"nextCursor\":null", "\"nextCursor\":\"" + cursor + '"');
    }

    private static Map<String, String> everyFilter() {
        Map<String, String> filters = new LinkedHashMap<>();
        filters.put("sizeClass", "WAGON");
        filters.put("transmission", "MANUAL");
        filters.put("fuel", "DIESEL");
        filters.put("drive", "FRONT");
        filters.put("minSeats", "5");
        filters.put("minBootLitres", "600");
        filters.put("minPrice", "1500");
        filters.put("maxPrice", "3000");
        filters.put("available", "true");
        filters.put("sort", "-price");
        filters.put("limit", "24");
        return filters;
    }

    @Pact(consumer = WEB)
    V4Pact searchesWithEveryFilter(PactDslWithProvider pact) {
        PactDslRequestWithPath request = asks(
                        pact.given("three vehicles have a word of their own"),
                        "a search with every filter",
                        "GET",
                        "/api/vehicles")
                .queryParameterFromProviderState("q", "combi ${word}", "combi Skoda");
        for (Map.Entry<String, String> filter : everyFilter().entrySet()) {
            request = request.matchQuery(filter.getKey(), Pattern.quote(filter.getValue()), filter.getValue());
        }
        return answers(
                        request,
                        200,
                        newJsonBody(o -> o.array("items", items -> items.object(v -> found(v, 3000))
                                                .object(v -> found(v, 2000)))
                                        .nullValue("nextCursor"))
                                .build())
                .toPact(V4Pact.class);
    }

    private static void found(LambdaDslObject vehicle, int price) {
        vehicle.integerType("id", price)
                .stringType("make", "Skoda")
                .stringValue("model", "Octavia Combi")
                .stringValue("sizeClass", "WAGON")
                .numberValue("seats", 5)
                .stringValue("transmission", "MANUAL")
                .stringValue("fuel", "DIESEL")
                .numberValue("pricePerDay", price)
                .stringValue("currency", "EUR")
                .booleanValue("available", true);
    }

    @Test
    @PactTestFor(pactMethod = "searchesWithEveryFilter")
    void searchesWithEveryFilter(MockServer server) {
        browser.nobody(server)
                .open("/search?type=vehicle&q=combi+Skoda&sizeClass=WAGON&transmission=MANUAL&fuel=DIESEL&drive=FRONT"
                        + "&minSeats=5&minBootLitres=600&minPrice=1500&maxPrice=3000&available=true&sort=-price");

        assertThat(browser.reads()).containsSubsequence("“combi Skoda”", "€30.00 a day", "€20.00 a day");
    }

    @Pact(consumer = WEB)
    V4Pact learnsThatAFilterIsNotValid(PactDslWithProvider pact) {
        return asks(
                        pact.given("nobody is signed in"),
                        "a search with filters that are not valid",
                        "GET",
                        "/api/vehicles")
                .query("fuel=STEAM&sort=oldest&limit=24")
                .willRespondWith()
                .status(400)
                .headers(problemType())
                .body(VehicleBodies.problem(
                        "invalid-parameter",
                        "Request not valid",
                        400,
                        p -> p.stringValue("detail", "One or more parameters are not valid.")
                                .array("errors", errors -> errors.object(e -> VehicleBodies.error(
                                                e,
                                                "fuel",
                                                "must be one of PETROL, DIESEL, HYBRID, ELECTRIC, LPG, CNG, ETHANOL"))
                                        .object(e -> VehicleBodies.error(
                                                e, "sort", "must be one of newest, price, -price"))),
                        "/api/vehicles"))
                .toPact(V4Pact.class);
    }

    /** An old bookmark. */
    @Test
    @PactTestFor(pactMethod = "learnsThatAFilterIsNotValid")
    void learnsThatAFilterIsNotValid(MockServer server) {
        browser.nobody(server).open("/search?type=vehicle&fuel=STEAM&sort=oldest");

        assertThat(browser.reads()).contains("Request not valid.", "sort must be one of newest, price, -price.");
    }

    @Pact(consumer = WEB)
    V4Pact learnsThatACursorIsNotValid(PactDslWithProvider pact) {
        return looks(pact.given("a user is signed in"), "a page that nobody has handed out", "/api/vehicles")
                .query("ownerId=7&limit=20&cursor=x")
                .willRespondWith()
                .status(400)
                .headers(problemType())
                .body(VehicleBodies.problem(
                        "invalid-cursor",
                        "Cursor not valid",
                        400,
                        p -> p.stringValue("detail", "The cursor is not one of ours for this list."),
                        "/api/vehicles"))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "learnsThatACursorIsNotValid")
    void learnsThatACursorIsNotValid(MockServer server) {
        browser.signedIn(server)
                .elsewhere("/api/vehicles?ownerId=7&limit=20", firstPage("x"))
                .open("/adverts")
                .press("Show more");

        assertThat(browser.reads()).contains("Skoda Octavia Combi", "Show more");
    }
}
