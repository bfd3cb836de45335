package com.rentwave.contracts.web;

import static au.com.dius.pact.consumer.dsl.LambdaDsl.newJsonBody;
import static com.rentwave.contracts.ApiForms.JSON_TYPE;
import static com.rentwave.contracts.ApiForms.TIME;
import static com.rentwave.contracts.ApiForms.TIME_FORM;
import static com.rentwave.contracts.web.Words.KEY;
import static com.rentwave.contracts.web.Words.WEB;
import static com.rentwave.contracts.web.Words.answers;
import static com.rentwave.contracts.web.Words.asks;
import static com.rentwave.contracts.web.Words.refuses;
import static com.rentwave.contracts.web.Words.signedIn;
import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.DslPart;
import au.com.dius.pact.consumer.dsl.LambdaDslObject;
import au.com.dius.pact.consumer.dsl.PactDslRequestWithPath;
import au.com.dius.pact.consumer.dsl.PactDslWithProvider;
import au.com.dius.pact.consumer.dsl.PactDslWithState;
import au.com.dius.pact.consumer.junit5.PactConsumerTestExt;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.PactSpecVersion;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the pages rely on when somebody registers, signs in and signs out. */
@ExtendWith(PactConsumerTestExt.class)
@PactTestFor(providerName = "auth", pactVersion = PactSpecVersion.V4)
class AuthPactTest {

    @RegisterExtension
    private final Browser browser = new Browser("/api/auth");

    /** SHA-256 of "correct horse", which the page computes. */
    private static final String SECRET = "4104d36f8da2c254349f85836793ebe029e0c957063a34c91c2e9203187b5631";

    private static PactDslRequestWithPath orders(PactDslWithState state, String what, String path) {
        return asks(state, what, "POST", path).headerFromProviderState("Idempotency-Key", "${idempotencyKey}", KEY);
    }

    private static DslPart registration() {
        return newJsonBody(o -> o.valueFromProviderState("email", "${email}", "pat@example.org")
                        .stringValue("name", "Pat Pact")
                        .stringValue("passwordSha256", SECRET))
                .build();
    }

    private static DslPart credentials(String secret) {
        return newJsonBody(o -> o.valueFromProviderState("email", "${email}", "pat@example.org")
                        .stringValue("passwordSha256", secret))
                .build();
    }

    private static void account(LambdaDslObject user) {
        user.integerType("id", 7)
                .stringMatcher("email", ".+@.+", "pat@example.org")
                .stringValue("name", "Pat Pact");
    }

    private Browser fillsIn(MockServer server) {
        return browser.nobody(server)
                .open("/register")
                .type("name", "Pat Pact")
                .type("email", "pat@example.org")
                .type("password", "correct horse")
                .press("Create account");
    }

    private Browser signsIn(MockServer server, String password) {
        return browser.nobody(server)
                .open("/login?next=%2Fwallet")
                .type("email", "pat@example.org")
                .type("password", password)
                .press("Sign in");
    }

    @Pact(consumer = WEB)
    V4Pact signsIn(PactDslWithProvider pact) {
        return answers(
                        orders(pact.given("a user is registered"), "a sign-in", "/api/auth/login")
                                .headers(JSON_TYPE)
                                .body(credentials(SECRET)),
                        200,
                        newJsonBody(o -> o.stringMatcher("token", "[\\w-]+\\.[\\w-]+\\.[\\w-]+", "a.b.c")
                                        .stringMatcher("expiresAt", TIME_FORM, TIME)
                                        .object("user", AuthPactTest::account))
                                .build())
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "signsIn")
    void signsIn(MockServer server) {
        signsIn(server, "correct horse");

        assertThat(browser.address()).isEqualTo("/wallet");
        assertThat(browser.reads()).contains("Sign out", "pat@example.org");
    }

    @Pact(consumer = WEB)
    V4Pact learnsThatThePasswordIsWrong(PactDslWithProvider pact) {
        return refuses(
                orders(pact.given("a user is registered"), "a sign-in with another password", "/api/auth/login")
                        .headers(JSON_TYPE)
                        .body(credentials("66821bd8762714cc0e8cc0923b713bc664d466015ac92f88c4f50ec5ddeb2d9e")),
                401,
                "wrong-credentials");
    }

    @Test
    @PactTestFor(pactMethod = "learnsThatThePasswordIsWrong")
    void learnsThatThePasswordIsWrong(MockServer server) {
        signsIn(server, "wrong horse");

        assertThat(browser.address()).isEqualTo("/login?next=%2Fwallet");
        assertThat(browser.reads()).contains("E-mail or password is wrong.");
    }

    @Pact(consumer = WEB)
    V4Pact learnsThatAnAddressIsNone(PactDslWithProvider pact) {
        return refuses(
                orders(pact.given("nobody is signed in"), "a sign-in without an address", "/api/auth/login")
                        .body("{\"email\":\"pat\",\"passwordSha256\":\"" + SECRET + "\"}", "application/json"),
                "email",
                "must be an e-mail address");
    }

    @Test
    @PactTestFor(pactMethod = "learnsThatAnAddressIsNone")
    void learnsThatAnAddressIsNone(MockServer server) {
        browser.nobody(server)
                .open("/login")
                .type("email", "pat")
                .type("password", "correct horse")
                .press("Sign in");

        assertThat(browser.reads()).contains("E-mail must be an e-mail address.");
    }

    @Pact(consumer = WEB)
    V4Pact registers(PactDslWithProvider pact) {
        return orders(
                        pact.given("somebody has an address that nobody has used"),
                        "a registration",
                        "/api/auth/register")
                .headers(JSON_TYPE)
                .body(registration())
                .willRespondWith()
                .status(201)
                .headers(JSON_TYPE)
                .body(newJsonBody(AuthPactTest::account).build())
                .toPact(V4Pact.class);
    }

    /** The sign-in that follows is another interaction. */
    @Test
    @PactTestFor(pactMethod = "registers")
    void registers(MockServer server) {
        browser.elsewhereAfterwards("/api/auth/login", "{\"user\":" + Wire.USER + '}');
        fillsIn(server);

        assertThat(browser.reads()).contains("Welcome to RentWave, Pat Pact.");
    }

    @Pact(consumer = WEB)
    V4Pact learnsThatTheAddressIsTaken(PactDslWithProvider pact) {
        return refuses(
                orders(pact.given("a user is registered"), "a registration with a known address", "/api/auth/register")
                        .headers(JSON_TYPE)
                        .body(registration()),
                409,
                "email-taken");
    }

    @Test
    @PactTestFor(pactMethod = "learnsThatTheAddressIsTaken")
    void learnsThatTheAddressIsTaken(MockServer server) {
        fillsIn(server);

        assertThat(browser.reads()).contains("There is already an account with this e-mail address.");
    }

    @Pact(consumer = WEB)
    V4Pact signsOut(PactDslWithProvider pact) {
        return signedIn(orders(pact.given("a user is signed in"), "a sign-out", "/api/auth/logout"))
                .willRespondWith()
                .status(204)
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "signsOut")
    void signsOut(MockServer server) {
        browser.signedIn(server).open("/").press("Sign out");

        assertThat(browser.reads()).contains("You are signed out.", "Sign in");
    }

    @Pact(consumer = WEB)
    V4Pact signsInAgainWhereItWas(PactDslWithProvider pact) {
        return answers(
                        orders(pact.given("a user is registered"), "another sign-in", "/api/auth/login")
                                .headers(JSON_TYPE)
                                .body(credentials(SECRET)),
                        200,
                        newJsonBody(o -> o.stringMatcher("token", "[\\w-]+\\.[\\w-]+\\.[\\w-]+", "a.b.c")
                                        .stringMatcher("expiresAt", TIME_FORM, TIME)
                                        .object("user", AuthPactTest::account))
                                .build())
                .toPact(V4Pact.class);
    }

    /** The sign-in has ended in the midst of something. */
    @Test
    @PactTestFor(pactMethod = "signsInAgainWhereItWas")
    void signsInAgainWhereItWas(MockServer server) {
        browser.signedIn(server, null).refused("/api/wallet").open("/wallet");
        assertThat(browser.reads()).contains("Please sign in again", "Signed in as pat@example.org");

        browser.type("password", "correct horse")
                .elsewhere("/api/wallet", "{\"balances\":[]}")
                .press("Sign in and go on");

        assertThat(browser.reads()).contains("Welcome back. You can go on where you were.");
    }
}
