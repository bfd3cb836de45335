package com.rentwave.legacy;

import static com.rentwave.legacy.Call.call;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Events that come from a real Kafka, to whom they concern and to whoever listens. */
class NotificationsIT extends WithEvents {

    @Test
    void tellsOwnersAndRentersInEnglish() {
        Person owner = Person.somebody();
        Person renter = Person.somebody();
        String rental = thing();
        tell("rent.start", "rental", rental, rent(owner, renter, ""));
        tell("rent.cancel", "rental", rental, rent(owner, renter, ""));
        tell("rent.late", "rental", rental, rent(owner, renter, ",\"day\":\"2026-12-04\",\"lateDays\":2,\"fee\":500"));
        tell("rent.complete", "rental", rental, rent(owner, renter, ""));
        awaitLogged("rental", rental, 4);

        String owners = notifications(owner, "");
        assertThat(owners.replaceAll("\"id\":\\d+,", "").replaceAll(",\"createdAt\":\"[^\"]*\"", ""))
                .isEqualTo("{\"items\":["
                        + told("RETURNED", "Your VW Golf is back, and others can rent it again.", rental) + ','
                        + told(
                                "LATE",
                                "Your VW Golf is 2 days late. You get a late fee of €5.00 for 4 December 2026.",
                                rental)
                        + ','
                        + told(
                                "CANCELLED",
                                "The rental of your VW Golf from 1 to 3 December 2026 was cancelled, and €90.00 went back to the renter."
                                        + " Those days are free again.",
                                rental)
                        + ','
                        + told(
                                "RENTED",
                                "Good news: your VW Golf is rented from 1 to 3 December 2026. You earn €90.00.",
                                rental)
                        + "],\"nextCursor\":null,\"unread\":4}");
        assertThat(notifications(renter, ""))
                .contains("\"kind\":\"LATE\",\"text\":\"Please bring back the VW Golf: it is 2 days late."
                        + " A late fee of €5.00 was charged for 4 December 2026.\"")
                .endsWith("\"unread\":1}");
    }

    @Test
    void marksAsReadOnceAndOnlyForWhomItConcerns() {
        Person owner = Person.somebody();
        String rental = thing();
        tell("rent.start", "rental", rental, rent(owner, Person.somebody(), ""));
        awaitLogged("rental", rental, 1);
        long id = Long.parseLong(
                notifications(owner, "?unread=true").replaceFirst("\\{\"items\":\\[\\{\"id\":(\\d+).*", "$1"));
        String path = "/api/notifications/" + id + "/read";

        assertThat(call("POST", path).by(Person.somebody()).send().status()).isEqualTo(404);
        Call.Reply first = call("POST", path).by(owner).send();
        Call.Reply second = call("POST", path).by(owner).send();

        assertThat(first.status()).isEqualTo(200);
        assertThat(first.member("readAt")).matches("\\d{4}-.*Z");
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(notifications(owner, "?unread=true")).isEqualTo("{\"items\":[],\"nextCursor\":null,\"unread\":0}");
    }

    @Test
    void streamsWhatIsNewAndWhatWasMissed() throws Exception {
        Person owner = Person.somebody();
        try (Listening listening = new Listening(monolith, owner, null)) {
            await("headers").atMost(LONG).until(() -> listening.lines.contains(": welcome"));
            tell("rent.start", "rental", thing(), rent(owner, owner, ""));
            await("news").atMost(LONG).until(() -> listening.ids().size() == 1);
        }
        String first = notifications(owner, "").replaceFirst("\\{\"items\":\\[\\{\"id\":(\\d+).*", "$1");
        tell("rent.start", "rental", thing(), rent(owner, owner, ""));
        tell("rent.complete", "rental", thing(), rent(owner, owner, ""));
        await("told").atMost(LONG).until(() -> notifications(owner, "").endsWith("\"unread\":3}"));

        try (Listening again = new Listening(monolith, owner, first);
                Listening elsewhere = new Listening(RunningMonolith.get(), owner, first)) {
            await("missed").atMost(LONG).until(() -> again.ids().size() == 2);
            await("missed there").atMost(LONG).until(() -> elsewhere.ids().size() == 2);
            tell("rent.cancel", "rental", thing(), rent(owner, owner, ""));
            await("new").atMost(LONG).until(() -> again.ids().size() == 3);
            await("new in the other process")
                    .atMost(LONG)
                    .until(() -> elsewhere.ids().size() == 3);

            assertThat(again.ids()).isEqualTo(elsewhere.ids()).isSorted().doesNotContain(Long.parseLong(first));
            assertThat(again.lines).anySatisfy(line -> assertThat(line)
                    .startsWith("data: {\"id\":")
                    .contains("\"kind\":\"CANCELLED\"")
                    .endsWith("\"readAt\":null}"));
            assertThat(again.lines).contains("event: notification");
        }
    }

    @DisplayName("rule 31: tells with notifications where what they are about can be read")
    @Test
    void tellsWhereWhatNotificationsAreAboutCanBeRead() throws Exception {
        String positions = "rentals=legacy:\\d+:\\d+:\\d+:\\S+ vehicles=(legacy|service):\\d+:\\d+:\\d+:\\S+";
        Person owner = Person.somebody();
        try (Listening listening = new Listening(monolith, owner, null)) {
            await("headers").atMost(LONG).until(() -> listening.lines.contains(": welcome"));
            tell("rent.start", "rental", thing(), rent(owner, owner, ""));
            await("news").atMost(LONG).until(() -> listening.ids().size() == 1);

            List<String> lines = List.copyOf(listening.lines);
            assertThat(lines.stream().takeWhile(line -> !line.startsWith("data:")))
                    .anyMatch(line -> line.matches(": positions " + positions));
        }
        assertThat(call("GET", "/api/notifications").by(owner).send().header("RentWave-Positions"))
                .matches(positions);
    }

    @Test
    void streamsToNobodyWhoIsNotSignedIn() {
        assertThat(call("GET", "/api/notifications/stream").send().problem()).isEqualTo("unauthenticated");
    }

    @Test
    void holdsHundredsOfStreamsWithoutAThreadForEach() throws Exception {
        Person owner = Person.somebody();
        List<Listening> listening = new CopyOnWriteArrayList<>();
        try {
            IntStream.range(0, 300).forEach(n -> listening.add(new Listening(monolith, owner, null)));
            await("all open").atMost(LONG).until(() -> listening.stream()
                    .allMatch(one -> one.lines.contains(": welcome")));
            tell("rent.start", "rental", thing(), rent(owner, owner, ""));
            await("all told").atMost(LONG).until(() -> listening.stream()
                    .allMatch(one -> one.ids().size() == 1));

            assertThat(get(monolith, "/api/rooms?limit=1", null).statusCode())
                    .as("there are fewer threads than streams, and one is left")
                    .isEqualTo(200);
        } finally {
            listening.forEach(Listening::close);
        }
    }

    private static String told(String kind, String text, String rental) {
        return "{\"kind\":\"" + kind + "\",\"text\":\"" + text + "\",\"path\":\"/rentals/" + rental
                + "\",\"readAt\":null}";
    }
}
