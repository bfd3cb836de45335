package com.rentwave.contracts.web;

import static au.com.dius.pact.consumer.dsl.LambdaDsl.newJsonBody;
import static com.rentwave.contracts.ApiForms.CHANGED_ETAG;
import static com.rentwave.contracts.ApiForms.CHANGED_ETAG_FORM;
import static com.rentwave.contracts.ApiForms.ETAG;
import static com.rentwave.contracts.ApiForms.ETAG_FORM;
import static com.rentwave.contracts.ApiForms.JSON_TYPE;
import static com.rentwave.contracts.web.Words.ISBN;
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
import au.com.dius.pact.consumer.dsl.DslPart;
import au.com.dius.pact.consumer.dsl.LambdaDslObject;
import au.com.dius.pact.consumer.dsl.PactDslJsonRootValue;
import au.com.dius.pact.consumer.dsl.PactDslWithProvider;
import au.com.dius.pact.consumer.junit5.PactConsumerTestExt;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.PactSpecVersion;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the pages rely on in books and in the copies that people lend out. */
@ExtendWith(PactConsumerTestExt.class)
@PactTestFor(providerName = "books", pactVersion = PactSpecVersion.V4)
class BooksPactTest {

    @RegisterExtension
    private final Browser browser = new Browser("/api/books");

    private static final String ADVERT =
            json("{'condition':'GOOD','note':'A crease or two.','place':'Porto','pricePerDay':150,"
                    + "'lateFeePerDay':50,'currency':'EUR','minDays':1,'maxDays':30}");

    private static DslPart book() {
        return newJsonBody(o -> o.stringMatcher("isbn", "97[89]\\d{10}", ISBN)
                        .stringValue("title", "On Moving Monoliths")
                        .minArrayLike("authors", 1, PactDslJsonRootValue.stringType("Ada Able"), 1)
                        .nullValue("year")
                        .nullValue("language"))
                .build();
    }

    private static LambdaDslObject advert(LambdaDslObject o) {
        return o.integerType("id", 11)
                .stringMatcher("isbn", "97[89]\\d{10}", ISBN)
                .stringValue("title", "On Moving Monoliths")
                .integerType("ownerId", 7)
                .stringValue("condition", "GOOD")
                .stringValue("note", "A crease or two.")
                .stringValue("place", "Porto")
                .numberValue("pricePerDay", 150)
                .numberValue("lateFeePerDay", 50)
                .stringValue("currency", "EUR")
                .numberValue("minDays", 1)
                .numberValue("maxDays", 30);
    }

    private static DslPart advert(boolean available) {
        return newJsonBody(o -> advert(o).booleanValue("available", available)).build();
    }

    private static void listed(LambdaDslObject o) {
        advert(o).booleanValue("available", true);
    }

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

    private Browser typed() {
        return browser.type("condition", "GOOD")
                .type("note", "A crease or two.")
                .type("place", "Porto")
                .type("pricePerDay", "1.50")
                .type("lateFeePerDay", "0.5");
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
                        Words.list(BooksPactTest::listed))
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
                        Words.open(BooksPactTest::listed))
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
