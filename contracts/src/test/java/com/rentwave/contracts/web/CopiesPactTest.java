package com.rentwave.contracts.web;

import static com.rentwave.contracts.ApiForms.CHANGED_ETAG;
import static com.rentwave.contracts.ApiForms.CHANGED_ETAG_FORM;
import static com.rentwave.contracts.ApiForms.ETAG;
import static com.rentwave.contracts.ApiForms.ETAG_FORM;
import static com.rentwave.contracts.web.BookBodies.advert;
import static com.rentwave.contracts.web.BookBodies.book;
import static com.rentwave.contracts.web.Words.WEB;
import static com.rentwave.contracts.web.Words.answers;
import static com.rentwave.contracts.web.Words.asks;
import static com.rentwave.contracts.web.Words.changes;
import static com.rentwave.contracts.web.Words.json;
import static com.rentwave.contracts.web.Words.looks;
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

/** What the pages rely on in the copies of books that people lend out. */
@ExtendWith(PactConsumerTestExt.class)
@PactTestFor(providerName = "books", pactVersion = PactSpecVersion.V4)
class CopiesPactTest {

    @RegisterExtension
    private final Browser browser = new Browser("/api/books");

    private static final String ADVERT =
            json("{'condition':'GOOD','note':'A crease or two.','place':'Porto','pricePerDay':150,"
                    + "'lateFeePerDay':50,'currency':'EUR','minDays':1,'maxDays':30}");

    private Browser typed() {
        return browser.type("condition", "GOOD")
                .type("note", "A crease or two.")
                .type("place", "Porto")
                .type("pricePerDay", "1.50")
                .type("lateFeePerDay", "0.5");
    }

    @Pact(consumer = WEB)
    V4Pact showsTheCopiesOfABook(PactDslWithProvider pact) {
        return answers(
                        asks(
                                        pact.given("a user lends out a book"),
                                        "the copies of the book",
                                        "GET",
                                        "/api/books/${isbn}/adverts")
                                .query("limit=20"),
                        200,
                        Words.list(BookBodies::listed))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "showsTheCopiesOfABook")
    void showsTheCopiesOfABook(MockServer server) {
        browser.nobody(server)
                .elsewhere("/api/books/9780306406157", Words.example(book()))
                .open("/books/9780306406157");

        assertThat(browser.reads()).contains("Copies on offer", "On Moving Monoliths", "Good", "Porto", "€1.50 a day");
    }

    @Pact(consumer = WEB)
    V4Pact showsOnesOwnCopies(PactDslWithProvider pact) {
        return answers(
                        looks(pact.given("a user lends out a book"), "somebody's copies of books", "/api/books/adverts")
                                .query("limit=20")
                                .queryParameterFromProviderState("ownerId", "${ownerId}", "7"),
                        200,
                        Words.open(BookBodies::listed))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "showsOnesOwnCopies")
    void showsOnesOwnCopies(MockServer server) {
        browser.signedIn(server).open("/adverts");

        assertThat(browser.reads()).contains("Books", "On Moving Monoliths", "€1.50 a day");
    }

    @Pact(consumer = WEB)
    V4Pact lendsOutABook(PactDslWithProvider pact) {
        return answers(
                        changes(
                                pact.given("a user is signed in and a book is known"),
                                "a copy to lend out",
                                "POST",
                                "/api/books/${isbn}/adverts",
                                ADVERT),
                        201,
                        advert(true))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "lendsOutABook")
    void lendsOutABook(MockServer server) {
        browser.signedIn(server)
                .elsewhere("/api/books/9780306406157", Words.example(book()))
                .without("/api/books/9780306406157/adverts/11")
                .open("/books/9780306406157/adverts/new");
        typed().press("Put it online");

        assertThat(browser.reads()).contains("Your advert is online.");
        assertThat(browser.address()).isEqualTo("/books/9780306406157/adverts/11");
    }

    @Pact(consumer = WEB)
    V4Pact showsACopy(PactDslWithProvider pact) {
        return answers(
                        asks(
                                pact.given("a user lends out a book"),
                                "a look at the copy",
                                "GET",
                                "/api/books/${isbn}/adverts/${advertId}"),
                        200,
                        advert(true))
                .matchHeader("ETag", ETAG_FORM, ETAG)
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "showsACopy")
    void showsACopy(MockServer server) {
        browser.nobody(server)
                .elsewhere("/api/books/9780306406157", Words.example(book()))
                .open("/books/9780306406157/adverts/11");

        assertThat(browser.reads()).contains("On Moving Monoliths", "Ada Able", "A crease or two.", "Porto");
    }

    @Pact(consumer = WEB)
    V4Pact saysThatACopyIsNotThere(PactDslWithProvider pact) {
        return refuses(
                asks(
                        pact.given("a user is signed in and a book is known"),
                        "a look at a copy that is not there",
                        "GET",
                        "/api/books/${isbn}/adverts/987654321"),
                404,
                "not-found");
    }

    @Test
    @PactTestFor(pactMethod = "saysThatACopyIsNotThere")
    void saysThatACopyIsNotThere(MockServer server) {
        browser.nobody(server)
                .elsewhere("/api/books/9780306406157", Words.example(book()))
                .open("/books/9780306406157/adverts/987654321");

        assertThat(browser.reads()).contains("This is no longer here");
    }

    @Pact(consumer = WEB)
    V4Pact savesACopy(PactDslWithProvider pact) {
        return answers(
                        saves(
                                pact.given("a user lends out a book"),
                                "a changed copy",
                                "/api/books/${isbn}/adverts/${advertId}",
                                ADVERT),
                        200,
                        advert(true))
                .matchHeader("ETag", CHANGED_ETAG_FORM, CHANGED_ETAG)
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "savesACopy")
    void savesACopy(MockServer server) {
        browser.signedIn(server)
                .elsewhere("/api/books/9780306406157", Words.example(book()))
                .elsewhere("/api/books/9780306406157/adverts/11", Words.example(advert(true)))
                .open("/books/9780306406157/adverts/11/edit");
        typed().press("Save");

        assertThat(browser.reads()).contains("Your advert is saved.");
    }

    @Pact(consumer = WEB)
    V4Pact doesNotOverwriteWhatItHasNotSeen(PactDslWithProvider pact) {
        return refuses(
                saves(
                        pact.given("a user lends out a book that was changed in the meantime"),
                        "a copy changed elsewhere",
                        "/api/books/${isbn}/adverts/${advertId}",
                        ADVERT),
                412,
                "precondition-failed");
    }

    @Test
    @PactTestFor(pactMethod = "doesNotOverwriteWhatItHasNotSeen")
    void doesNotOverwriteWhatItHasNotSeen(MockServer server) {
        browser.signedIn(server)
                .elsewhere("/api/books/9780306406157", Words.example(book()))
                .elsewhere("/api/books/9780306406157/adverts/11", Words.example(advert(true)))
                .open("/books/9780306406157/adverts/11/edit");
        typed().press("Save");

        assertThat(browser.reads()).contains("This advert was changed elsewhere in the meantime.");
    }

    @Pact(consumer = WEB)
    V4Pact pausesACopy(PactDslWithProvider pact) {
        return answers(
                        changes(
                                pact.given("a user lends out a book"),
                                "a pause of the copy",
                                "PUT",
                                "/api/books/${isbn}/adverts/${advertId}/availability",
                                json("{'available':false}")),
                        200,
                        advert(false))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "pausesACopy")
    void pausesACopy(MockServer server) {
        browser.signedIn(server)
                .elsewhere("/api/books/adverts", Words.list(Words.example(advert(true))))
                .open("/adverts")
                .press("Pause");

        assertThat(browser.reads()).contains("On Moving Monoliths is paused.");
    }
}
