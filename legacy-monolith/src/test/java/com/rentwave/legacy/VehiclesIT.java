package com.rentwave.legacy;

import static com.rentwave.legacy.Call.call;
import static com.rentwave.legacy.Samples.GOLF;
import static com.rentwave.legacy.Samples.added;
import static com.rentwave.legacy.Samples.golf;
import static org.assertj.core.api.Assertions.assertThat;

import com.rentwave.legacy.Call.Reply;
import com.rentwave.sync.Lsn;
import com.rentwave.sync.Position;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class VehiclesIT {

    private static Person owner;

    @BeforeAll
    static void signIn() {
        owner = Person.somebody();
    }

    @Test
    void addsAVehicleAndShowsItInTheContractsForm() {
        Reply reply = golf(owner);

        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.header("Location")).isEqualTo("/api/vehicles/" + reply.id());
        assertThat(reply.header("Content-Type")).isEqualTo("application/json");
        assertThat(reply.header("Cache-Control")).isEqualTo("private, no-cache");
        assertThat(Position.parse(reply.header("RentWave-Position"))).isPresent();
        String created = reply.member("createdAt");
        assertThat(created).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}Z");
        long micros = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.parse(created));
        assertThat(reply.header("ETag")).isEqualTo("\"0-" + Long.toString(micros, 36) + '"');
        assertThat(reply.body())
                .isEqualTo("{\"id\":" + reply.id() + ",\"ownerId\":" + owner.id()
                        + ",\"make\":\"Volkswagen\",\"model\":\"Golf\",\"year\":2019,\"sizeClass\":\"COMPACT\",\"seats\":5,"
                        + "\"bootLitres\":380,\"transmission\":\"MANUAL\",\"fuel\":\"PETROL\",\"drive\":\"FRONT\","
                        + "\"attributes\":{\"a=b\":\"c\\\\d\",\"colour\":\"blue\"},\"pricePerDay\":4500,"
                        + "\"lateFeePerDay\":9000,\"currency\":\"EUR\",\"minDays\":1,\"maxDays\":30,\"available\":true,"
                        + "\"createdAt\":\"" + created + "\",\"updatedAt\":\"" + created + "\",\"version\":0}");
        Reply read = call("GET", reply.header("Location")).send();
        assertThat(read.body()).isEqualTo(reply.body());
        assertThat(read.header("ETag")).isEqualTo(reply.header("ETag"));
    }

    @Test
    void keepsTheLooksOfTheOldSchema() {
        long id = golf(owner).id();

        List<String> row = RunningMonolith.get()
                .database()
                .column(
                        "SELECT concat_ws('|', sz_cd, trn_cd, fuel_cd, drv_cd, attr_tx, avl_fl, ver_no) FROM t_veh WHERE veh_id = ?",
                        id);

        assertThat(row).containsExactly("CO|M|PE|F|a\\=b=c\\\\d\ncolour=blue|Y|0");
        assertThat(id % 2).as("this side's ids are odd").isEqualTo(1);
    }

    @Test
    void raisesTheVersionWithEveryChangeAndKeepsTheRest() {
        Reply first = golf(owner);
        String address = first.header("Location");

        Reply same = call("PUT", address)
                .by(owner)
                .header("If-Match", first.header("ETag"))
                .json(GOLF)
                .send();
        Reply paused = call("PUT", address + "/availability")
                .by(owner)
                .json("{\"available\":false}")
                .send();
        Reply stale = call("PUT", address)
                .by(owner)
                .header("If-Match", "\"x\", " + first.header("ETag"))
                .json(GOLF)
                .send();

        assertThat(same.status()).isEqualTo(200);
        assertThat(same.member("version")).isEqualTo("1");
        assertThat(same.member("createdAt")).isEqualTo(first.member("createdAt"));
        assertThat(paused.body()).contains("\"available\":false").endsWith("\"version\":2}");
        assertThat(stale.status()).isEqualTo(412);
        assertThat(call("GET", address).send().body()).isEqualTo(paused.body());
    }

    @Test
    void answersNotModifiedToWhoHasTheVersion() {
        Reply vehicle = golf(owner);

        Reply same = call("GET", vehicle.header("Location"))
                .header("If-None-Match", "\"a\" , " + vehicle.header("ETag"))
                .send();
        Reply other = call("GET", vehicle.header("Location"))
                .header("If-None-Match", "\"a\"")
                .send();

        assertThat(same.status()).isEqualTo(304);
        assertThat(same.header("ETag")).isEqualTo(vehicle.header("ETag"));
        assertThat(same.header("RentWave-Position")).isNotNull();
        assertThat(other.status()).isEqualTo(200);
    }

    @Test
    void deletesForTheOwnerOnly() {
        Person stranger = Person.somebody();
        String address = golf(owner).header("Location");

        Reply refused = call("DELETE", address).by(stranger).send();
        Reply deleted = call("DELETE", address).by(owner).send();

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.body()).contains("Only the owner may change vehicle ");
        assertThat(deleted.status()).isEqualTo(204);
        assertThat(deleted.body()).isEmpty();
        Reply gone = call("GET", address).send();
        assertThat(gone.status()).isEqualTo(404);
        assertThat(gone.header("RentWave-Position")).startsWith("legacy:");
    }

    @Test
    void pagesThroughAListWithoutLossOrRepetition() {
        Person person = Person.somebody();
        List<Long> ids = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            ids.add(
                    0,
                    added(person, GOLF.replace("4500", Integer.toString(100 + i / 2)))
                            .id());
        }

        List<Long> newest = Lists.all("/api/vehicles?limit=3&ownerId=" + person.id());
        List<Long> cheapest = Lists.all("/api/vehicles?limit=3&sort=price&ownerId=" + person.id());
        List<Long> dearest = Lists.all("/api/vehicles?limit=3&sort=-price&ownerId=" + person.id());

        assertThat(newest).isEqualTo(ids);
        List<Long> oldest = new ArrayList<>(ids);
        java.util.Collections.reverse(oldest);
        assertThat(cheapest).isEqualTo(oldest);
        assertThat(dearest).isEqualTo(ids);
    }

    @Test
    void findsByEveryFilter() {
        Person person = Person.somebody();
        long id = golf(person).id();
        added(
                person,
                GOLF.replace("Golf", "100%_T\\\\")
                        .replace("blue", "red")
                        .replace("COMPACT", "VAN")
                        .replace("4500", "9900"));
        String mine = "/api/vehicles?ownerId=" + person.id();

        for (String filter : List.of(
                "q=GOLF+volks",
                "sizeClass=COMPACT",
                "attribute=colour:blue",
                "attribute=colour:blue&attribute=a%3Db:c%5Cd",
                "maxPrice=4500",
                "q=golf&minSeats=5&minBootLitres=380&fuel=PETROL&drive=FRONT&transmission=MANUAL&available=true")) {
            assertThat(Lists.ids(call("GET", mine + '&' + filter).send()))
                    .as(filter)
                    .containsExactly(id);
        }
        for (String filter : List.of("q=%25_T%5C", "minPrice=4501", "sizeClass=VAN&unknown=1")) {
            assertThat(Lists.ids(call("GET", mine + '&' + filter).send()))
                    .as(filter)
                    .hasSize(1)
                    .doesNotContain(id);
        }
        for (String filter : List.of("q=g_lf", "q=%00", "attribute=colour:blu", "available=false", "attribute=a:b")) {
            assertThat(Lists.ids(call("GET", mine + '&' + filter).send()))
                    .as(filter)
                    .isEmpty();
        }
    }

    @DisplayName("rule 6: the position that comes with a write is behind its own COMMIT")
    @Test
    void tellsTheWritersPositionAfterTheCommit() {
        TestDatabase database = RunningMonolith.get().database();
        database.execute("SELECT pg_create_logical_replication_slot('commits', 'test_decoding')");
        try {
            Position told =
                    Position.parse(golf(owner).header("RentWave-Position")).orElseThrow();
            database.execute("SELECT pg_logical_emit_message(false, 'flush', '', true)");

            Lsn committed = Lsn.parse(database.column("""
                    WITH seen AS (
                        SELECT lsn, xid::text AS x, data FROM pg_logical_slot_peek_changes('commits', NULL, NULL))
                    SELECT max(lsn) FROM seen WHERE data LIKE 'COMMIT%'
                        AND x IN (SELECT x FROM seen WHERE data LIKE 'table public.t_veh: INSERT:%')""").get(0));
            assertThat(told.lsn().isAtLeast(committed)).isTrue();
        } finally {
            database.execute("SELECT pg_drop_replication_slot('commits')");
        }
    }

    @Test
    void waitsForAPositionAndRefusesWhatItCannotReach() {
        Reply vehicle = golf(owner);
        String own = vehicle.header("RentWave-Position");
        Position position = Position.parse(own).orElseThrow();

        assertThat(call("GET", "/api/vehicles")
                        .header("RentWave-Await", own)
                        .send()
                        .status())
                .isEqualTo(200);
        for (String unreachable : List.of("nonsense", own.replace(position.systemId(), "1"), "service:999:1:1:0/1")) {
            Reply reply = call("GET", "/api/rentals")
                    .by(owner)
                    .header("RentWave-Await", unreachable)
                    .header("RentWave-Await-Millis", "20")
                    .send();
            assertThat(reply.status()).as(unreachable).isEqualTo(425);
            assertThat(reply.problem()).isEqualTo("position-not-reached");
        }
    }
}
