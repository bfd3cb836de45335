package com.rentwave.contracts.web;

import static au.com.dius.pact.consumer.dsl.LambdaDsl.newJsonBody;
import static com.rentwave.contracts.ApiForms.CHANGED_ETAG;
import static com.rentwave.contracts.ApiForms.CHANGED_ETAG_FORM;
import static com.rentwave.contracts.ApiForms.ETAG;
import static com.rentwave.contracts.ApiForms.ETAG_FORM;
import static com.rentwave.contracts.ApiForms.TIME;
import static com.rentwave.contracts.ApiForms.TIME_FORM;
import static com.rentwave.contracts.web.Words.WEB;
import static com.rentwave.contracts.web.Words.answers;
import static com.rentwave.contracts.web.Words.asks;
import static com.rentwave.contracts.web.Words.json;
import static com.rentwave.contracts.web.Words.looks;
import static com.rentwave.contracts.web.Words.refuses;
import static com.rentwave.contracts.web.Words.saves;
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

/** What the pages rely on in profiles. */
@ExtendWith(PactConsumerTestExt.class)
@PactTestFor(providerName = "users", pactVersion = PactSpecVersion.V4)
class UsersPactTest {

    @RegisterExtension
    private final Browser browser = new Browser("/api/users");

    private static final String CHANGE =
            json("{'name':'Pat Page','about':'I lend out what stands still.','place':'Porto'}");

    private static DslPart profile(String name, String about, String place) {
        return newJsonBody(o -> o.integerType("id", 7)
                        .stringType("email", "pat@example.org")
                        .stringValue("name", name)
                        .stringValue("about", about)
                        .stringValue("place", place)
                        .booleanValue("administrator", false)
                        .stringMatcher("createdAt", TIME_FORM, TIME))
                .build();
    }

    private Browser edits(MockServer server) {
        return browser.signedIn(server)
                .elsewhere("/api/users/me", Words.example(profile("Pat Pact", "", "")))
                .open("/profile")
                .type("name", "Pat Page")
                .type("about", "I lend out what stands still.")
                .type("place", "Porto");
    }

    @Pact(consumer = WEB)
    V4Pact showsWhoIsSignedIn(PactDslWithProvider pact) {
        return answers(
                        looks(pact.given("a new user is signed in"), "a look at the own profile", "/api/users/me"),
                        200,
                        profile("Pat Pact", "", ""))
                .matchHeader("ETag", ETAG_FORM, ETAG)
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "showsWhoIsSignedIn")
    void showsWhoIsSignedIn(MockServer server) {
        browser.signedIn(server).open("/profile");

        assertThat(browser.reads()).contains("Signed in as pat@example.org.");
    }

    @Pact(consumer = WEB)
    V4Pact noticesThatTheSignInHasEnded(PactDslWithProvider pact) {
        return refuses(
                asks(pact.given("nobody is signed in"), "a look at the own profile by nobody", "GET", "/api/users/me"),
                401,
                "unauthenticated");
    }

    /** On any page, before anybody asks for anything. */
    @Test
    @PactTestFor(pactMethod = "noticesThatTheSignInHasEnded")
    void noticesThatTheSignInHasEnded(MockServer server) {
        browser.signedIn(server, null).open("/");

        assertThat(browser.reads()).contains("Sign in").doesNotContain("Sign out");
    }

    @Pact(consumer = WEB)
    V4Pact savesTheProfile(PactDslWithProvider pact) {
        return answers(
                        saves(pact.given("a new user is signed in"), "a changed profile", "/api/users/me", CHANGE),
                        200,
                        profile("Pat Page", "I lend out what stands still.", "Porto"))
                .matchHeader("ETag", CHANGED_ETAG_FORM, CHANGED_ETAG)
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "savesTheProfile")
    void savesTheProfile(MockServer server) {
        edits(server).press("Save");

        assertThat(browser.reads()).contains("Your profile is saved.");
    }

    @Pact(consumer = WEB)
    V4Pact doesNotOverwriteWhatItHasNotSeen(PactDslWithProvider pact) {
        return refuses(
                saves(
                        pact.given("a new user has changed the profile in the meantime"),
                        "a profile changed elsewhere",
                        "/api/users/me",
                        CHANGE),
                412,
                "precondition-failed");
    }

    @Test
    @PactTestFor(pactMethod = "doesNotOverwriteWhatItHasNotSeen")
    void doesNotOverwriteWhatItHasNotSeen(MockServer server) {
        edits(server).press("Save");

        assertThat(browser.reads()).contains("This was changed elsewhere in the meantime.");
    }

    @Pact(consumer = WEB)
    V4Pact showsWhatIsWrongWithAProfile(PactDslWithProvider pact) {
        return refuses(
                saves(
                        pact.given("a new user is signed in"),
                        "a profile with a long place",
                        "/api/users/me",
                        CHANGE.replace("Porto", "P".repeat(101))),
                "place",
                "must have 0 to 100 characters");
    }

    @Test
    @PactTestFor(pactMethod = "showsWhatIsWrongWithAProfile")
    void showsWhatIsWrongWithAProfile(MockServer server) {
        edits(server).type("place", "P".repeat(101)).press("Save");

        assertThat(browser.reads()).contains("Place must have 0 to 100 characters.");
    }

    @Pact(consumer = WEB)
    V4Pact showsSomebodyElse(PactDslWithProvider pact) {
        return answers(
                        asks(pact.given("a user is signed in"), "a look at somebody", "GET", "/api/users/${ownerId}"),
                        200,
                        newJsonBody(o -> o.integerType("id", 7)
                                        .stringValue("name", "Pat Pact")
                                        .stringValue("place", "")
                                        .stringValue("about", "")
                                        .stringMatcher("createdAt", TIME_FORM, TIME))
                                .build())
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "showsSomebodyElse")
    void showsSomebodyElse(MockServer server) {
        browser.nobody(server).open("/users/7");

        assertThat(browser.reads()).contains("Pat Pact", "here since 20 Nov 2026");
    }

    @Pact(consumer = WEB)
    V4Pact saysThatSomebodyIsNotThere(PactDslWithProvider pact) {
        return refuses(
                asks(
                        pact.given("nobody is signed in"),
                        "a look at somebody who is not there",
                        "GET",
                        "/api/users/999999999999999999"),
                404,
                "not-found");
    }

    @Test
    @PactTestFor(pactMethod = "saysThatSomebodyIsNotThere")
    void saysThatSomebodyIsNotThere(MockServer server) {
        browser.nobody(server).open("/users/999999999999999999");

        assertThat(browser.reads()).contains("A few words.");
    }
}
