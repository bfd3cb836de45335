package com.rentwave.contracts.web;

import static au.com.dius.pact.consumer.dsl.LambdaDsl.newJsonBody;
import static com.rentwave.contracts.ApiForms.TIME;
import static com.rentwave.contracts.ApiForms.TIME_FORM;
import static com.rentwave.contracts.web.Words.WEB;
import static com.rentwave.contracts.web.Words.answers;
import static com.rentwave.contracts.web.Words.asks;
import static com.rentwave.contracts.web.Words.changes;
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

/** What the pages rely on in notifications. */
@ExtendWith(PactConsumerTestExt.class)
@PactTestFor(providerName = "notifications", pactVersion = PactSpecVersion.V4)
class NotificationsPactTest {

    @RegisterExtension
    private final Browser browser = new Browser("/api/notifications");

    private static final String COUNT = "/api/notifications?unread=true&limit=1";
    private static final String LIST = "/api/notifications?limit=20";

    private static LambdaDslObject notification(LambdaDslObject o) {
        return o.integerType("id", 21)
                .stringValue("kind", "RENTED")
                .stringMatcher("text", ".*Skoda Octavia Combi.*", "Skoda Octavia Combi was rented from 1 March 2090.")
                .stringMatcher("path", "/rentals/\\d+", "/rentals/5")
                .stringMatcher("createdAt", TIME_FORM, TIME);
    }

    static void unread(LambdaDslObject o) {
        notification(o).nullValue("readAt");
    }

    private static String one() {
        return Words.list(
                Words.example(newJsonBody(NotificationsPactTest::unread).build()));
    }

    @Pact(consumer = WEB)
    V4Pact countsWhatIsUnread(PactDslWithProvider pact) {
        return answers(
                        looks(
                                        pact.given("a user has a notification"),
                                        "how many notifications are unread",
                                        "/api/notifications")
                                .query("unread=true&limit=1"),
                        200,
                        newJsonBody(o -> o.numberValue("unread", 1)).build())
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "countsWhatIsUnread")
    void countsWhatIsUnread(MockServer server) {
        browser.signedIn(server).open("/");

        assertThat(browser.labels()).contains("Notifications, 1 unread");
    }

    @Pact(consumer = WEB)
    V4Pact listsNotifications(PactDslWithProvider pact) {
        return answers(
                        looks(pact.given("a user has a notification"), "the notifications", "/api/notifications")
                                .query("limit=20"),
                        200,
                        newJsonBody(o -> o.array("items", items -> items.object(NotificationsPactTest::unread))
                                        .nullValue("nextCursor"))
                                .build())
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "listsNotifications")
    void listsNotifications(MockServer server) {
        browser.signedIn(server).elsewhere(COUNT, "{\"unread\":1}").open("/notifications");

        assertThat(browser.reads()).contains("Skoda Octavia Combi was rented", "(unread)");
    }

    @Pact(consumer = WEB)
    V4Pact asksToSignInBeforeListing(PactDslWithProvider pact) {
        return refuses(
                asks(pact.given("nobody is signed in"), "the notifications of nobody", "GET", "/api/notifications")
                        .query("limit=20"),
                401,
                "unauthenticated");
    }

    @Test
    @PactTestFor(pactMethod = "asksToSignInBeforeListing")
    void asksToSignInBeforeListing(MockServer server) {
        browser.signedIn(server, null).elsewhere(COUNT, "{\"unread\":0}").open("/notifications");

        assertThat(browser.reads()).contains("Please sign in again");
    }

    @Pact(consumer = WEB)
    V4Pact marksANotificationAsRead(PactDslWithProvider pact) {
        return answers(
                        changes(
                                pact.given("a user has a notification"),
                                "a notification that was read",
                                "POST",
                                "/api/notifications/${notificationId}/read"),
                        200,
                        newJsonBody(o -> notification(o).stringMatcher("readAt", TIME_FORM, TIME))
                                .build())
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "marksANotificationAsRead")
    void marksANotificationAsRead(MockServer server) {
        reads(server, one());

        assertThat(browser.reads()).contains("Skoda Octavia Combi was rented").doesNotContain("(unread)");
        assertThat(browser.labels()).contains("Notifications").doesNotContain("Notifications, 1 unread");
    }

    @Pact(consumer = WEB)
    V4Pact doesNotMindThatANotificationIsGone(PactDslWithProvider pact) {
        return refuses(
                changes(
                        pact.given("a user is signed in"),
                        "a notification that is not there",
                        "POST",
                        "/api/notifications/987654321/read"),
                404,
                "not-found");
    }

    @Test
    @PactTestFor(pactMethod = "doesNotMindThatANotificationIsGone")
    void doesNotMindThatANotificationIsGone(MockServer server) {
        reads(server, one().replace("\"id\":21", "\"id\":987654321"));

        assertThat(browser.labels()).contains("Notifications, 1 unread");
    }

    private void reads(MockServer server, String list) {
        browser.signedIn(server)
                .elsewhere(COUNT, "{\"unread\":1}")
                .elsewhere(LIST, list)
                .open("/notifications")
                .press("Mark all as read");
    }

    @Pact(consumer = WEB)
    V4Pact hearsNothingWhenTheSignInHasEnded(PactDslWithProvider pact) {
        return refuses(
                asks(pact.given("nobody is signed in"), "the stream of nobody", "GET", "/api/notifications/stream"),
                401,
                "unauthenticated");
    }

    @Test
    @PactTestFor(pactMethod = "hearsNothingWhenTheSignInHasEnded")
    void hearsNothingWhenTheSignInHasEnded(MockServer server) {
        browser.signedIn(server, null)
                .elsewhere(COUNT, "{\"unread\":0}")
                .open("/")
                .streams();

        assertThat(browser.labels()).contains("Notifications");
    }
}
