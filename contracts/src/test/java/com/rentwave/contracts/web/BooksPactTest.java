package com.rentwave.contracts.web;

import static au.com.dius.pact.consumer.dsl.LambdaDsl.newJsonBody;
import static com.rentwave.contracts.ApiForms.JSON_TYPE;
import static com.rentwave.contracts.web.BookBodies.book;
import static com.rentwave.contracts.web.Words.ISBN;
import static com.rentwave.contracts.web.Words.WEB;
import static com.rentwave.contracts.web.Words.answers;
import static com.rentwave.contracts.web.Words.asks;
import static com.rentwave.contracts.web.Words.changes;
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

/** What the pages rely on in books. */
@ExtendWith(PactConsumerTestExt.class)
@PactTestFor(providerName = "books", pactVersion = PactSpecVersion.V4)
class BooksPactTest {

    @RegisterExtension
    private final Browser browser = new Browser("/api/books");

    private static DslPart details() {
        return newJsonBody(o -> o.valueFromProviderState("isbn", "${isbn}", ISBN)
                        .stringValue("title", "On Moving Monoliths")
                        .array("authors", authors -> authors.stringValue("Ada Able"))
                        .nullValue("year")
                        .nullValue("language"))
                .build();
    }

    /** The page asks first whether the book is known. */
    private void addBook(MockServer server) {
        addBook(server, "");
    }

    private void addBook(MockServer server, String year) {
        browser.signedIn(server)
                .without("/api/books/" + ISBN)
                .open("/books/new")
                .type("isbn", "978-0-306-40615-7")
                .press("Look it up")
                .type("title", "On Moving Monoliths")
                .type("authors", "Ada Able")
                .type("year", year)
                .press("Add the book and go on");
    }

    @Pact(consumer = WEB)
    V4Pact addsABook(PactDslWithProvider pact) {
        return answers(
                        changes(
                                        pact.given("a user is signed in and has a new book"),
                                        "a new book",
                                        "POST",
                                        "/api/books")
                                .headers(JSON_TYPE)
                                .body(details()),
                        201,
                        newJsonBody(o -> o.stringMatcher("isbn", "97[89]\\d{10}", ISBN))
                                .build())
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "addsABook")
    void addsABook(MockServer server) {
        addBook(server);

        assertThat(browser.address()).isEqualTo("/books/9780306406157/adverts/new");
    }

    @Pact(consumer = WEB)
    V4Pact findsThatTheBookIsKnown(PactDslWithProvider pact) {
        return refuses(
                changes(
                                pact.given("a user is signed in and a book is known"),
                                "a book that is known",
                                "POST",
                                "/api/books")
                        .headers(JSON_TYPE)
                        .body(details()),
                409,
                "already-exists");
    }

    /** Somebody else has added it in between: all the better. */
    @Test
    @PactTestFor(pactMethod = "findsThatTheBookIsKnown")
    void findsThatTheBookIsKnown(MockServer server) {
        addBook(server);

        assertThat(browser.address()).isEqualTo("/books/9780306406157/adverts/new");
    }

    @Pact(consumer = WEB)
    V4Pact showsWhatIsWrongWithABook(PactDslWithProvider pact) {
        return refuses(
                changes(
                                pact.given("a user is signed in and has a new book"),
                                "a new book from the far future",
                                "POST",
                                "/api/books")
                        .headers(JSON_TYPE)
                        .body(newJsonBody(o -> o.valueFromProviderState("isbn", "${isbn}", ISBN)
                                        .stringValue("title", "On Moving Monoliths")
                                        .array("authors", authors -> authors.stringValue("Ada Able"))
                                        .numberValue("year", 9999)
                                        .nullValue("language"))
                                .build()),
                "year",
                "must be between -5000 and 2100");
    }

    @Test
    @PactTestFor(pactMethod = "showsWhatIsWrongWithABook")
    void showsWhatIsWrongWithABook(MockServer server) {
        addBook(server, "9999");

        assertThat(browser.reads()).contains("Year must be between -5000 and 2100.");
    }

    @Pact(consumer = WEB)
    V4Pact showsABook(PactDslWithProvider pact) {
        return answers(
                        asks(
                                pact.given("a user is signed in and a book is known"),
                                "a look at the book",
                                "GET",
                                "/api/books/${isbn}"),
                        200,
                        book())
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "showsABook")
    void showsABook(MockServer server) {
        browser.nobody(server)
                .elsewhere("/api/books/9780306406157/adverts", Words.list())
                .open("/books/9780306406157");

        assertThat(browser.reads()).contains("On Moving Monoliths", "Ada Able", "9780306406157");
    }

    @Pact(consumer = WEB)
    V4Pact saysThatABookIsNotThere(PactDslWithProvider pact) {
        return refuses(
                asks(
                        pact.given("nobody is signed in"),
                        "a look at a book that is not there",
                        "GET",
                        "/api/books/9791234567896"),
                404,
                "not-found");
    }

    @Test
    @PactTestFor(pactMethod = "saysThatABookIsNotThere")
    void saysThatABookIsNotThere(MockServer server) {
        browser.signedIn(server)
                .open("/books/new")
                .type("isbn", "9791234567896")
                .press("Look it up");

        assertThat(browser.reads()).contains("Nobody has added this book yet");
    }
}
