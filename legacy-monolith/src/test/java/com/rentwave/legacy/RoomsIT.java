package com.rentwave.legacy;

import static com.rentwave.legacy.Call.call;
import static com.rentwave.legacy.Samples.ROOM;
import static com.rentwave.legacy.Samples.room;
import static org.assertj.core.api.Assertions.assertThat;

import com.rentwave.legacy.Call.Reply;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RoomsIT {

    private static Person owner;

    @BeforeAll
    static void signIn() {
        owner = Person.somebody();
    }

    @Test
    void addsARoomAndShowsIt() {
        Reply reply = room(owner);

        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.header("Location")).isEqualTo("/api/rooms/" + reply.id());
        assertThat(reply.header("ETag")).matches("\"0-[0-9a-z]+\"");
        String created = reply.member("createdAt");
        assertThat(reply.body())
                .isEqualTo("{\"id\":" + reply.id() + ",\"ownerId\":" + owner.id()
                        + ",\"title\":\"Quiet room by the canal\",\"description\":\"Two windows.\\nNo smoking.\","
                        + "\"place\":\"Malmö\",\"country\":\"SE\",\"beds\":2,\"guests\":3,\"amenities\":[\"WIFI\",\"TV\"],"
                        + "\"pricePerDay\":5200,\"lateFeePerDay\":7000,\"currency\":\"SEK\",\"minDays\":2,\"maxDays\":14,"
                        + "\"available\":true,\"createdAt\":\"" + created + "\",\"updatedAt\":\"" + created
                        + "\",\"version\":0}");
        Reply read = call("GET", reply.header("Location")).send();
        assertThat(read.body()).isEqualTo(reply.body());
        assertThat(read.header("ETag")).isEqualTo(reply.header("ETag"));
    }

    @Test
    void keepsTheLooksOfTheOldSchema() {
        List<String> row = RunningMonolith.get()
                .database()
                .column(
                        "SELECT concat_ws('|', amn_tx, avl_fl, ver_no) FROM t_room WHERE room_id = ?",
                        room(owner).id());

        assertThat(row).containsExactly("WF TV|Y|0");
    }

    @Test
    void changesOnlyTheVersionThatIsMeant() {
        Reply first = room(owner);
        String address = first.header("Location");
        String changed = ROOM.replace("Quiet", "Silent").replace("[\"TV\",\"WIFI\"]", "[]");

        Reply blind = call("PUT", address).by(owner).json(changed).send();
        Reply second = call("PUT", address)
                .by(owner)
                .header("If-Match", first.header("ETag"))
                .json(changed)
                .send();
        Reply stale = call("PUT", address)
                .by(owner)
                .header("If-Match", first.header("ETag"))
                .json(ROOM)
                .send();
        Reply paused = call("PUT", address + "/availability")
                .by(owner)
                .json("{\"available\":false}")
                .send();

        assertThat(blind.status()).isEqualTo(428);
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.body()).contains("\"title\":\"Silent room", "\"amenities\":[]", "\"version\":1");
        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.body()).contains("Room " + first.id() + " was changed in the meantime.");
        assertThat(paused.body()).contains("\"available\":false").endsWith("\"version\":2}");
        assertThat(call("GET", address)
                        .header("If-None-Match", paused.header("ETag"))
                        .send()
                        .status())
                .isEqualTo(304);
    }

    @Test
    void leavesChangesToTheOwner() {
        Person stranger = Person.somebody();
        Reply room = room(owner);
        String address = room.header("Location");

        for (Reply refused : List.of(
                call("PUT", address)
                        .by(stranger)
                        .header("If-Match", "*")
                        .json(ROOM)
                        .send(),
                call("PUT", address + "/availability")
                        .by(stranger)
                        .json("{\"available\":false}")
                        .send(),
                call("DELETE", address).by(stranger).send())) {
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.body()).contains("Only the owner may change room " + room.id() + '.');
        }
        assertThat(call("DELETE", address).send().status()).isEqualTo(401);
        assertThat(call("DELETE", address).by(owner).send().status()).isEqualTo(204);
        assertThat(call("GET", address).send().status()).isEqualTo(404);
        assertThat(call("DELETE", address).by(owner).send().body()).contains("There is no room " + room.id() + '.');
    }

    @Test
    void tellsEveryFieldThatIsWrong() {
        Reply reply = room(
                owner,
                "{\"title\":\" \",\"description\":\"a\\u0000b\",\"country\":\"XX\",\"beds\":0,\"guests\":\"2\","
                        + "\"amenities\":[\"WIFI\",\"POOL\",\"WIFI\"],\"pricePerDay\":1,\"lateFeePerDay\":-1,"
                        + "\"currency\":\"EUR\",\"minDays\":5,\"maxDays\":4,\"colour\":\"red\"}");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.problem()).isEqualTo("validation-failed");
        assertThat(reply.body())
                .contains("\"errors\":[{\"field\":\"title\",\"reason\":\"must not be blank\"},"
                        + "{\"field\":\"description\",\"reason\":\"must not contain control characters\"},"
                        + "{\"field\":\"place\",\"reason\":\"is required\"},"
                        + "{\"field\":\"country\",\"reason\":\"must be an ISO 3166 country code\"},"
                        + "{\"field\":\"beds\",\"reason\":\"must be between 1 and 50\"},"
                        + "{\"field\":\"guests\",\"reason\":\"must be a whole number\"},"
                        + "{\"field\":\"amenities.1\",\"reason\":\"must be one of WIFI, KITCHEN, PARKING, WASHER,"
                        + " AIR_CONDITIONING, HEATING, TV, DESK, BREAKFAST, PETS_ALLOWED, STEP_FREE, OWN_BATHROOM\"},"
                        + "{\"field\":\"amenities.2\",\"reason\":\"must not be there twice\"},"
                        + "{\"field\":\"lateFeePerDay\",\"reason\":\"must be between 0 and 100000000\"},"
                        + "{\"field\":\"maxDays\",\"reason\":\"must not be below minDays\"},"
                        + "{\"field\":\"colour\",\"reason\":\"is not a known field\"}]");
    }

    @Test
    void repeatsTheAnswerForARepeatedKey() {
        Call add = call("POST", "/api/rooms").by(owner).key("room-key-1").json(ROOM);

        Reply first = add.send();
        Reply again = add.send();
        Reply other = call("POST", "/api/rooms")
                .by(owner)
                .key("room-key-1")
                .json(ROOM.replace("Quiet", "Loud"))
                .send();

        assertThat(first.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(other.status()).isEqualTo(422);
    }

    @Test
    void pagesThroughAListWithoutLossOrRepetitionWhileOthersAdd() {
        Person person = Person.somebody();
        List<Long> ids = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            ids.add(
                    0,
                    room(person, ROOM.replace("5200", Integer.toString(100 + i / 2)))
                            .id());
        }
        String mine = "/api/rooms?limit=3&ownerId=" + person.id();
        List<Long> oldest = new ArrayList<>(ids);
        Collections.reverse(oldest);

        assertThat(Lists.all(mine)).isEqualTo(ids);
        assertThat(Lists.all(mine + "&sort=price")).isEqualTo(oldest);
        assertThat(Lists.all(mine + "&sort=-price")).isEqualTo(ids);

        Reply page = call("GET", mine).send();
        room(person);
        assertThat(Lists.ids(call("GET", mine + "&cursor=" + page.member("nextCursor"))
                        .send()))
                .isEqualTo(ids.subList(3, 6));
    }

    @Test
    void findsByEveryFilter() {
        Person person = Person.somebody();
        long id = room(person).id();
        room(
                person,
                ROOM.replace("canal", "100%_T\\\\ sea")
                        .replace("Malmö", "Århus")
                        .replace("\"SE\"", "\"DK\"")
                        .replace("\"beds\":2,\"guests\":3", "\"beds\":1,\"guests\":1")
                        .replace("\"TV\",", "")
                        .replace("5200", "9900"));
        String mine = "/api/rooms?ownerId=" + person.id();

        for (String filter : List.of(
                "q=malmo+CANAL",
                "q=window+quiet+canal",
                "place=malm",
                "country=SE",
                "minBeds=2",
                "minGuests=2",
                "amenity=TV",
                "amenity=WIFI&amenity=TV",
                "maxPrice=5200",
                "available=true&country=SE&minPrice=5200")) {
            assertThat(Lists.ids(call("GET", mine + '&' + filter).send()))
                    .as(filter)
                    .containsExactly(id);
        }
        for (String filter : List.of("q=%25_T%5C", "place=arh", "minPrice=5201", "country=DK&unknown=1")) {
            assertThat(Lists.ids(call("GET", mine + '&' + filter).send()))
                    .as(filter)
                    .hasSize(1)
                    .doesNotContain(id);
        }
        for (String filter : List.of("q=can_l", "amenity=DESK", "available=false", "country=NO")) {
            assertThat(Lists.ids(call("GET", mine + '&' + filter).send()))
                    .as(filter)
                    .isEmpty();
        }
    }

    @Test
    void refusesParametersThatMakeNoSense() {
        Reply reply = call(
                        "GET",
                        "/api/rooms?limit=0&country=Sweden&minBeds=x&amenity=POOL&available=maybe&sort=beds&cursor=x")
                .send();

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.body())
                .contains(
                        "{\"field\":\"limit\",\"reason\":\"must be between 1 and 100\"}",
                        "{\"field\":\"country\",\"reason\":\"must be an ISO 3166 country code\"}",
                        "{\"field\":\"minBeds\",\"reason\":\"must be a whole number\"}",
                        "{\"field\":\"amenity\",\"reason\":\"must be one of WIFI,",
                        "{\"field\":\"available\",\"reason\":\"must be true or false\"}",
                        "{\"field\":\"sort\",\"reason\":\"must be one of newest, price, -price\"}");
        assertThat(call("GET", "/api/rooms?cursor=x").send().problem()).isEqualTo("invalid-cursor");
    }

    @Test
    void tellsItsEventsOnceAndInOrder() {
        Reply room = room(owner);
        String address = room.header("Location");
        call("PUT", address).by(owner).header("If-Match", "*").json(ROOM).send();
        call("PUT", address + "/availability")
                .by(owner)
                .json("{\"available\":false}")
                .send();
        call("DELETE", address).by(owner).send();

        List<String> events = RunningMonolith.get()
                .database()
                .column(
                        "SELECT typ_cd || ' ' || dat_tx FROM t_outbx WHERE agg_cd = 'room' AND agg_id = ? ORDER BY crt_ts",
                        Long.toString(room.id()));
        String data = ",\"ownerId\":" + owner.id()
                + ",\"title\":\"Quiet room by the canal\",\"pricePerDay\":5200,\"currency\":\"SEK\",\"available\":";
        assertThat(events)
                .containsExactly(
                        "room.add {\"change\":\"add\"" + data + "true}",
                        "room.update {\"change\":\"change\"" + data + "true}",
                        "room.update {\"change\":\"availability\"" + data + "false}",
                        "room.update {\"change\":\"delete\"" + data + "false}");
    }
}
