package com.rentwave.legacy;

import static com.rentwave.legacy.Call.call;
import static com.rentwave.legacy.Samples.COPY;
import static com.rentwave.legacy.Samples.advert;
import static com.rentwave.legacy.Samples.newBook;
import static org.assertj.core.api.Assertions.assertThat;

import com.rentwave.legacy.Call.Reply;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AdvertsIT {

    private static Person owner;
    private static String isbn;

    @BeforeAll
    static void signIn() {
        owner = Person.somebody();
        isbn = newBook(owner);
    }

    @Test
    void addsAnAdvertAndShowsIt() {
        Reply reply = advert(owner, isbn);

        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.header("Location")).isEqualTo("/api/books/" + isbn + "/adverts/" + reply.id());
        String created = reply.member("createdAt");
        assertThat(reply.body())
                .isEqualTo("{\"id\":" + reply.id() + ",\"isbn\":\"" + isbn
                        + "\",\"title\":\"The Hunger Games\",\"ownerId\":" + owner.id()
                        + ",\"condition\":\"LIKE_NEW\",\"note\":\"With a map.\",\"place\":\"Lund\",\"pricePerDay\":150,"
                        + "\"lateFeePerDay\":300,\"currency\":\"EUR\",\"minDays\":1,\"maxDays\":30,\"available\":true,"
                        + "\"createdAt\":\"" + created + "\",\"updatedAt\":\"" + created + "\",\"version\":0}");
        Reply read = call("GET", reply.header("Location")).send();
        assertThat(read.body()).isEqualTo(reply.body());
        assertThat(call("GET", reply.header("Location"))
                        .header("If-None-Match", read.header("ETag"))
                        .send()
                        .status())
                .isEqualTo(304);
    }

    @Test
    void changesOnlyTheVersionThatIsMeant() {
        Reply first = advert(owner, isbn);
        String address = first.header("Location");
        String changed = COPY.replace("LIKE_NEW", "WORN").replace("\"note\":\"With a map.\",", "");

        Reply blind = call("PUT", address).by(owner).json(changed).send();
        Reply second = call("PUT", address)
                .by(owner)
                .header("If-Match", first.header("ETag"))
                .json(changed)
                .send();
        Reply stale = call("PUT", address + "/availability")
                .by(owner)
                .header("If-Match", first.header("ETag"))
                .json("{\"available\":false}")
                .send();

        assertThat(blind.status()).isEqualTo(428);
        assertThat(second.body()).contains("\"condition\":\"WORN\",\"note\":\"\"", "\"version\":1");
        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.body()).contains("Advert " + first.id() + " was changed in the meantime.");
    }

    @Test
    void leavesChangesToTheOwner() {
        Person stranger = Person.somebody();
        Reply advert = advert(owner, isbn);

        Reply refused = call("PUT", advert.header("Location") + "/availability")
                .by(stranger)
                .json("{\"available\":false}")
                .send();

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.body()).contains("Only the owner may change advert " + advert.id() + '.');
    }

    @Test
    void knowsAnAdvertOnlyAtItsBook() {
        Reply advert = advert(owner, isbn);
        String other = newBook(owner);
        String elsewhere = "/api/books/" + other + "/adverts/" + advert.id();

        assertThat(call("GET", elsewhere).send().body()).contains("There is no advert " + advert.id() + '.');
        assertThat(call("PUT", elsewhere)
                        .by(owner)
                        .header("If-Match", "*")
                        .json(COPY)
                        .send()
                        .status())
                .isEqualTo(404);
        assertThat(advert(owner, "9780000000002").status()).isEqualTo(404);
        assertThat(call("GET", "/api/books/9780000000002/adverts").send().status())
                .isEqualTo(404);
    }

    @Test
    void tellsEveryFieldThatIsWrong() {
        Reply reply = advert(owner, isbn, "{\"condition\":\"USED\",\"note\":1,\"place\":\"\",\"maxDays\":0}");

        assertThat(reply.body())
                .contains(
                        "\"errors\":[{\"field\":\"condition\",\"reason\":\"must be one of NEW, LIKE_NEW, GOOD, WORN\"},"
                                + "{\"field\":\"note\",\"reason\":\"must be a string\"},"
                                + "{\"field\":\"place\",\"reason\":\"must have 1 to 100 characters\"},"
                                + "{\"field\":\"pricePerDay\",\"reason\":\"is required\"},"
                                + "{\"field\":\"lateFeePerDay\",\"reason\":\"is required\"},"
                                + "{\"field\":\"currency\",\"reason\":\"is required\"},"
                                + "{\"field\":\"maxDays\",\"reason\":\"must be between 1 and 365\"}]");
    }

    @Test
    void listsThoseOfABookAndThoseOfAnOwner() {
        Person person = Person.somebody();
        String first = newBook(person);
        String second = newBook(person);
        List<Long> ofFirst = new ArrayList<>();
        List<Long> all = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            long id = advert(person, i % 2 == 0 ? first : second).id();
            all.add(0, id);
            if (i % 2 == 0) {
                ofFirst.add(0, id);
            }
        }
        long others = advert(owner, first).id();

        assertThat(Lists.all("/api/books/adverts?limit=2&ownerId=" + person.id()))
                .isEqualTo(all);
        assertThat(Lists.all("/api/books/" + first + "/adverts?limit=2&ownerId=" + person.id()))
                .isEqualTo(ofFirst);
        assertThat(Lists.all("/api/books/" + first + "/adverts?limit=2")).startsWith(others);
    }

    @Test
    void tellsItsEventsAsChangesOfTheBook() {
        String book = newBook(owner);
        String address = advert(owner, book).header("Location");
        call("PUT", address)
                .by(owner)
                .header("If-Match", "*")
                .json(COPY.replace("150", "200"))
                .send();
        call("PUT", address + "/availability")
                .by(owner)
                .json("{\"available\":false}")
                .send();

        List<String> events = RunningMonolith.get()
                .database()
                .column(
                        "SELECT typ_cd || ' ' || dat_tx FROM t_outbx WHERE agg_cd = 'book' AND agg_id = ? ORDER BY crt_ts",
                        book);
        String id = address.substring(address.lastIndexOf('/') + 1);
        String advert = "\"advert\":{\"id\":" + id + ",\"ownerId\":" + owner.id()
                + ",\"title\":\"The Hunger Games\",\"pricePerDay\":";
        assertThat(events.subList(1, events.size()))
                .containsExactly(
                        "book.update {\"change\":\"advert.add\"," + advert
                                + "150,\"currency\":\"EUR\",\"available\":true}}",
                        "book.update {\"change\":\"advert.change\"," + advert
                                + "200,\"currency\":\"EUR\",\"available\":true}}",
                        "book.update {\"change\":\"advert.availability\"," + advert
                                + "200,\"currency\":\"EUR\",\"available\":false}}");
    }
}
