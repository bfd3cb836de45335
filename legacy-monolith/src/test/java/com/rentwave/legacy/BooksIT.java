package com.rentwave.legacy;

import static com.rentwave.legacy.Call.call;
import static com.rentwave.legacy.Samples.advert;
import static com.rentwave.legacy.Samples.book;
import static com.rentwave.legacy.Samples.isbn;
import static com.rentwave.legacy.Samples.newBook;
import static org.assertj.core.api.Assertions.assertThat;

import com.rentwave.legacy.Call.Reply;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class BooksIT {

    private static Person somebody;

    @BeforeAll
    static void signIn() {
        somebody = Person.somebody();
    }

    private static Reply add(String body) {
        return call("POST", "/api/books").by(somebody).json(body).send();
    }

    @Test
    void addsABookUnderItsThirteenDigits() {
        Reply reply = add("{\"isbn\":\"0-8044-2957-x\",\"title\":\"Gödel\",\"authors\":[\"D. H.\",\"J. Ö.\"]}");

        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.header("Location")).isEqualTo("/api/books/9780804429573");
        String created = reply.member("createdAt");
        assertThat(reply.body())
                .isEqualTo("{\"isbn\":\"9780804429573\",\"title\":\"Gödel\",\"authors\":[\"D. H.\",\"J. Ö.\"],"
                        + "\"year\":null,\"language\":null,\"adverts\":0,\"createdAt\":\"" + created
                        + "\",\"updatedAt\":\"" + created + "\",\"version\":0}");
        for (String form : List.of("9780804429573", "080442957X", "978-0-8044-2957-3")) {
            assertThat(call("GET", "/api/books/" + form).send().body()).as(form).isEqualTo(reply.body());
        }
    }

    @Test
    void namesALanguageByItsShortestCode() {
        String isbn = isbn();

        assertThat(add(book(isbn).replace("\"eng\"", "\"ger\"")).body()).contains("\"language\":\"de\"");
        assertThat(add(book(isbn()).replace("\"eng\"", "\"xxq\"")).body())
                .contains("{\"field\":\"language\",\"reason\":\"must be an ISO 639 language code\"}");
    }

    @Test
    void knowsABookOnlyOnce() {
        String isbn = isbn();

        List<Reply> replies =
                Crowd.atOnce(6, i -> call("POST", "/api/books").by(somebody).json(book(isbn)));

        assertThat(replies).extracting(Reply::status).containsOnlyOnce(201).contains(409);
        Reply known = add(book(isbn));
        assertThat(known.status()).isEqualTo(409);
        assertThat(known.problem()).isEqualTo("already-exists");
        assertThat(known.header("Location")).isEqualTo("/api/books/" + isbn);
        assertThat(RunningMonolith.get()
                        .database()
                        .column("SELECT typ_cd || dat_tx FROM t_outbx WHERE agg_cd = 'book' AND agg_id = ?", isbn))
                .containsExactly("book.add{\"isbn\":\"" + isbn + "\",\"title\":\"The Hunger Games\"}");
    }

    @Test
    void refusesANumberThatIsNone() {
        for (String number : List.of("9780439023482", "0439023484")) {
            assertThat(add(book(number)).body())
                    .as(number)
                    .contains("{\"field\":\"isbn\",\"reason\":\"must have the right check digit\"}");
        }
        for (String number : List.of("043902348312", "977043902348X")) {
            assertThat(add(book(number)).body())
                    .as(number)
                    .contains("{\"field\":\"isbn\",\"reason\":\"must be an ISBN of 10 or 13 digits\"}");
        }
        assertThat(add(book("123")).body())
                .contains("{\"field\":\"isbn\",\"reason\":\"must have 10 to 20 characters\"}");
    }

    @Test
    void tellsEveryFieldThatIsWrong() {
        Reply reply = add("{\"title\":7,\"authors\":[],\"year\":3000,\"language\":\"English\",\"pages\":12}");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.body())
                .contains("\"errors\":[{\"field\":\"isbn\",\"reason\":\"is required\"},"
                        + "{\"field\":\"title\",\"reason\":\"must be a string\"},"
                        + "{\"field\":\"authors\",\"reason\":\"must have 1 to 50 entries\"},"
                        + "{\"field\":\"year\",\"reason\":\"must be between -5000 and 2100\"},"
                        + "{\"field\":\"language\",\"reason\":\"must be an ISO 639 language code\"},"
                        + "{\"field\":\"pages\",\"reason\":\"is not a known field\"}]");
        assertThat(add(book(isbn()).replace("[\"Suzanne Collins\"]", "[\"A\",\" \"]"))
                        .body())
                .contains("[{\"field\":\"authors.1\",\"reason\":\"must not be blank\"}]");
        assertThat(add(book(isbn()).replace("[\"Suzanne Collins\"]", "[\"A\",1]"))
                        .body())
                .contains("[{\"field\":\"authors\",\"reason\":\"must be a list of strings\"}]");
    }

    @Test
    void wantsASignedInUser() {
        assertThat(call("POST", "/api/books").json(book(isbn())).send().status())
                .isEqualTo(401);
    }

    @Test
    void answersNotFoundForWhatIsNoBook() {
        for (String address : List.of("9780000000002", "9780439023482", "nonsense")) {
            Reply reply = call("GET", "/api/books/" + address).send();
            assertThat(reply.status()).isEqualTo(404);
            assertThat(reply.body()).contains("There is no book " + address + '.');
        }
    }

    @Test
    void countsOpenAdvertsAndChangesItsVersionWithThem() {
        String isbn = newBook(somebody);
        Reply none = call("GET", "/api/books/" + isbn).send();
        advert(somebody, isbn);
        String second = advert(somebody, isbn).header("Location");
        Reply two = call("GET", "/api/books/" + isbn).send();
        call("PUT", second + "/availability")
                .by(somebody)
                .json("{\"available\":false}")
                .send();
        Reply one = call("GET", "/api/books/" + isbn).send();

        assertThat(none.member("adverts")).isEqualTo("0");
        assertThat(two.member("adverts")).isEqualTo("2");
        assertThat(one.member("adverts")).isEqualTo("1");
        assertThat(one.member("version")).isEqualTo("3");
        assertThat(call("GET", "/api/books/" + isbn)
                        .header("If-None-Match", two.header("ETag"))
                        .send()
                        .status())
                .isEqualTo(200);
        assertThat(call("GET", "/api/books/" + isbn)
                        .header("If-None-Match", one.header("ETag"))
                        .send()
                        .status())
                .isEqualTo(304);
    }

    @Test
    void listsByTitleAndByAgeAndFindsByEveryFilter() {
        String mark = "Zq" + isbn();
        List<String> titles = List.of("beta", "Alpha", "Énigme", "delta", "alpha");
        List<Long> numbers = new ArrayList<>();
        for (String title : titles) {
            String isbn = isbn();
            numbers.add(Long.parseLong(isbn));
            add(book(isbn)
                    .replace("The Hunger Games", title)
                    .replace("Suzanne Collins", mark)
                    .replace("eng", title.equals("beta") ? "dan" : "eng"));
        }
        List<Long> newest = new ArrayList<>(numbers);
        Collections.reverse(newest);
        List<Long> alphas = new ArrayList<>(List.of(numbers.get(1), numbers.get(4)));
        alphas.sort(Comparator.naturalOrder());
        List<Long> byTitle = List.of(alphas.get(0), alphas.get(1), numbers.get(0), numbers.get(3), numbers.get(2));
        String mine = "/api/books?limit=2&author=" + mark.toLowerCase(java.util.Locale.ROOT);

        assertThat(Lists.all(mine)).isEqualTo(newest);
        assertThat(Lists.all(mine + "&sort=title")).isEqualTo(byTitle);
        assertThat(Lists.all(mine + "&language=da")).containsExactly(numbers.get(0));
        assertThat(Lists.all("/api/books?language=dan&q=BETA+" + mark)).containsExactly(numbers.get(0));
        assertThat(Lists.all("/api/books?q=enigme+" + mark)).containsExactly(numbers.get(2));
        assertThat(Lists.all("/api/books?q=" + numbers.get(3))).containsExactly(numbers.get(3));
        assertThat(call("GET", "/api/books?language=x&sort=price").send().body())
                .contains("[{\"field\":\"language\",\"reason\":\"must be an ISO 639 language code\"},"
                        + "{\"field\":\"sort\",\"reason\":\"must be one of newest, title\"}]");
    }
}
