package com.rentwave.legacy;

import static com.rentwave.legacy.Call.call;
import static com.rentwave.legacy.Samples.ROOM;
import static com.rentwave.legacy.Samples.advert;
import static com.rentwave.legacy.Samples.book;
import static com.rentwave.legacy.Samples.isbn;
import static com.rentwave.legacy.Samples.room;
import static org.assertj.core.api.Assertions.assertThat;

import com.rentwave.legacy.Call.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SearchIT {

    private static Person owner;

    @BeforeAll
    static void signIn() {
        owner = Person.somebody();
    }

    /** A word that nothing else has. */
    private static String word() {
        StringBuilder word = new StringBuilder("x");
        ThreadLocalRandom.current().ints(9, 'a', 'z' + 1).forEach(c -> word.append((char) c));
        return word.toString();
    }

    private static long vehicle(String model) {
        return Copies.vehicle(owner, Map.of("mdl_nm", model));
    }

    private static String copyOf(String title) {
        String isbn = isbn();
        call("POST", "/api/books")
                .by(owner)
                .json(book(isbn).replace("The Hunger Games", title))
                .send();
        return isbn;
    }

    private static List<Long> found(String query) {
        return Lists.all("/api/search?limit=2&" + query);
    }

    @Test
    void findsWhateverIsOnOffer() {
        String word = word();
        long vehicle = vehicle("Golf " + word);
        String isbn = copyOf("Saying " + word);
        long copy = advert(owner, isbn).id();
        long room = room(owner, ROOM.replace("Quiet", "Ünquiet " + word)).id();

        Reply reply = call("GET", "/api/search?q=" + word.toUpperCase(java.util.Locale.ROOT))
                .send();

        assertThat(reply.body())
                .contains(
                        "{\"type\":\"vehicle\",\"id\":" + vehicle + ",\"title\":\"Volkswagen Golf " + word
                                + "\",\"subtitle\":\"2019 · compact petrol manual\",\"pricePerDay\":4500,"
                                + "\"currency\":\"EUR\",\"available\":true,\"ownerId\":" + owner.id()
                                + ",\"path\":\"/api/vehicles/" + vehicle + "\"}",
                        "{\"type\":\"book\",\"id\":" + copy + ",\"title\":\"Saying " + word
                                + "\",\"subtitle\":\"Suzanne Collins · Lund\",\"pricePerDay\":150,",
                        "\"path\":\"/api/books/" + isbn + "/adverts/" + copy + "\"}",
                        "{\"type\":\"room\",\"id\":" + room + ",\"title\":\"Ünquiet " + word
                                + " room by the canal\",\"subtitle\":\"Malmö, SE · 3 guests\",")
                .endsWith("],\"nextCursor\":null}");
        assertThat(found("q=" + word)).containsExactlyInAnyOrder(vehicle, copy, room);
        assertThat(found("type=book&q=" + word)).containsExactly(copy);
        assertThat(found("q=malmo+" + word + "+unquiet")).containsExactly(room);
        assertThat(found("q=" + isbn)).containsExactly(copy);
        assertThat(found("maxPrice=4499&q=" + word)).containsExactly(copy);
        assertThat(found("minPrice=4500&maxPrice=4500&q=" + word)).containsExactly(vehicle);
    }

    @Test
    void forgivesALetterThatIsWrongMissingOrMisplaced() {
        String word = word();
        long id = vehicle("Transit " + word);
        List<String> slips = new ArrayList<>();
        slips.add(word.substring(0, 4) + word.substring(5));
        slips.add(word.substring(0, 5) + 'q' + word.substring(5));
        slips.add(word.substring(0, 3) + (word.charAt(3) == 'z' ? 'b' : 'z') + word.substring(4));
        slips.add(word.substring(0, 6) + word.charAt(7) + word.charAt(6) + word.substring(8));

        for (String slip : slips) {
            assertThat(found("q=" + slip)).as(slip + " for " + word).contains(id);
            assertThat(found("q=tansit+" + slip)).as("tansit " + slip).containsExactly(id);
        }
    }

    @Test
    void showsWhatIsWrittenSoBeforeWhatIsSimilar() {
        String word = word();
        long written = vehicle(word);
        long similar = vehicle(word.substring(0, 5) + word.substring(6));

        assertThat(found("q=" + word)).startsWith(written).contains(similar);
    }

    @Test
    void findsKindsOfVehiclesAndLeavesOutWhatIsPaused() {
        String word = word();
        long van = Copies.vehicle(owner, Map.of("mdl_nm", word, "sz_cd", "VN", "fuel_cd", "EL"));

        assertThat(found("q=electric+van+" + word)).containsExactly(van);
        Copies.change(van, "avl_fl", "N");
        assertThat(found("available=true&q=" + word)).isEmpty();
        assertThat(found("available=false&q=" + word)).containsExactly(van);
    }

    @Test
    void pagesThroughEverythingNewestFirstWithoutLossOrRepetition() {
        List<Long> expected = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            expected.add(0, vehicle("Golf"));
            expected.add(0, room(owner).id());
        }

        Reply first = call("GET", "/api/search?limit=3").send();
        room(owner);
        Reply second = call("GET", "/api/search?limit=5&cursor=" + first.member("nextCursor"))
                .send();

        List<Long> ids = new ArrayList<>(Lists.ids(first));
        ids.addAll(Lists.ids(second));
        assertThat(ids).isEqualTo(expected);
    }

    @Test
    void pagesThroughHitsWithoutLossOrRepetition() {
        String word = word();
        List<Long> ids = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            ids.add(vehicle("Golf " + word));
        }

        assertThat(Lists.all("/api/search?limit=7&q=" + word))
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(ids);
    }

    @Test
    void refusesParametersThatMakeNoSense() {
        assertThat(call("GET", "/api/search?q=a+b+c+d+e+f+g+h+i&type=boat&minPrice=-1&available=1")
                        .send()
                        .body())
                .contains("\"errors\":[{\"field\":\"q\",\"reason\":\"must have at most 8 words\"},"
                        + "{\"field\":\"type\",\"reason\":\"must be one of vehicle, book, room\"},"
                        + "{\"field\":\"minPrice\",\"reason\":\"must be between 0 and 100000000\"},"
                        + "{\"field\":\"available\",\"reason\":\"must be true or false\"}]");
        String cursor = call("GET", "/api/search?limit=1").send().member("nextCursor");
        for (String bad : List.of("cursor=x", "q=a&cursor=" + cursor)) {
            assertThat(call("GET", "/api/search?" + bad).send().problem()).isEqualTo("invalid-cursor");
        }
        for (String harmless : List.of("q=%25", "q=%00", "q=%5C", "q='", "q=_", "q=%F0%9F%9A%90", "q=%EF%BF%BD")) {
            assertThat(call("GET", "/api/search?" + harmless).send().status())
                    .as(harmless)
                    .isEqualTo(200);
        }
    }
}
