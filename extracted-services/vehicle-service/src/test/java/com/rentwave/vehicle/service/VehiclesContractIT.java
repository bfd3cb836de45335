package com.rentwave.vehicle.service;

import static com.rentwave.vehicle.service.Samples.GOLF;
import static com.rentwave.vehicle.service.Samples.added;
import static com.rentwave.vehicle.service.Samples.addedAddress;
import static com.rentwave.vehicle.service.Samples.golf;
import static com.rentwave.vehicle.service.TestService.ALICE;
import static com.rentwave.vehicle.service.TestService.BOB;
import static com.rentwave.vehicle.service.TestService.call;
import static org.assertj.core.api.Assertions.assertThat;

import com.rentwave.service.testing.Reply;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class VehiclesContractIT {

    private static final String TIME = "\"20\\d\\d-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}Z\"";

    @BeforeEach
    void ownVehicles() {
        TestService.owns();
    }

    @Test
    void answersANewVehicleInTheContractsOrderWithoutWhiteSpace() {
        Reply reply = added(ALICE, GOLF);

        assertThat(reply.header("Content-Type")).isEqualTo("application/json");
        assertThat(reply.header("Cache-Control")).isEqualTo("private, no-cache");
        assertThat(reply.header("Location")).matches("/api/vehicles/[1-9]\\d*[02468]|/api/vehicles/[2468]");
        assertThat(reply.header("ETag")).matches("\"0-[0-9a-z]+\"");
        String id = reply.header("Location").substring("/api/vehicles/".length());
        assertThat(reply.body())
                .matches("\\{\"id\":" + id + ",\"ownerId\":1,\"make\":\"Volkswagen\",\"model\":\"Golf\",\"year\":2019,"
                        + "\"sizeClass\":\"COMPACT\",\"seats\":5,\"bootLitres\":380,\"transmission\":\"MANUAL\","
                        + "\"fuel\":\"PETROL\",\"drive\":\"FRONT\","
                        + "\"attributes\":\\{\"b\":\"\",\"colour\":\"blue\",\"Ä\":\"ü\"\\},"
                        + "\"pricePerDay\":4500,\"lateFeePerDay\":900,\"currency\":\"EUR\",\"minDays\":1,"
                        + "\"maxDays\":14,\"available\":true,\"createdAt\":" + TIME + ",\"updatedAt\":" + TIME
                        + ",\"version\":0\\}");
    }

    @Test
    void readsBackWhatWasAnsweredForTheWrite() {
        Reply written = added(ALICE, GOLF);

        Reply read = call("GET", written.header("Location")).send();

        assertThat(read.status()).isEqualTo(200);
        assertThat(read.body()).isEqualTo(written.body());
        assertThat(read.header("ETag")).isEqualTo(written.header("ETag"));
    }

    @Test
    void answersNotModifiedToTheReaderOfTheSameVersion() {
        Reply written = added(ALICE, GOLF);
        String tag = written.header("ETag");

        Reply same = call("GET", written.header("Location"))
                .header("If-None-Match", "\"x\", " + tag)
                .send();
        Reply weak = call("GET", written.header("Location"))
                .header("If-None-Match", "W/" + tag)
                .send();

        assertThat(same.status()).isEqualTo(304);
        assertThat(same.header("ETag")).isEqualTo(tag);
        assertThat(same.header("RentWave-Position")).isNotNull();
        assertThat(same.body()).isEmpty();
        assertThat(weak.status()).isEqualTo(200);
    }

    @Test
    void takesTheDefaultsForWhatIsOptional() {
        Reply reply = added(
                ALICE,
                golf(",\"minDays\":1,\"maxDays\":14", "", "{\"colour\":\"blue\",\"b\":\"\",\"Ä\":\"ü\"}", "null"));

        assertThat(reply.body()).contains("\"attributes\":{},", "\"minDays\":1,\"maxDays\":30,");
    }

    @Test
    void raisesTheVersionWithEveryChangeAndKeepsTheTimeOfCreation() {
        Reply first = added(ALICE, GOLF);
        String address = first.header("Location");

        Reply second = call("PUT", address)
                .by(ALICE)
                .header("If-Match", first.header("ETag"))
                .json(GOLF)
                .send();
        Reply third = call("PUT", address + "/availability")
                .by(ALICE)
                .json("{\"available\":false}")
                .send();

        assertThat(second.status()).isEqualTo(200);
        assertThat(second.body()).contains("\"version\":1}", member(first, "createdAt"));
        assertThat(second.header("ETag")).isEqualTo(first.header("ETag").replace("\"0-", "\"1-"));
        assertThat(third.body()).contains("\"version\":2}", "\"available\":false", member(first, "createdAt"));
        assertThat(third.header("ETag")).isEqualTo(first.header("ETag").replace("\"0-", "\"2-"));
    }

    @Test
    void changesOnlyTheVersionThatTheOwnerSaw() {
        Reply first = added(ALICE, GOLF);
        String address = first.header("Location");

        Reply without = call("PUT", address).by(ALICE).json(GOLF).send();
        Reply stale = call("PUT", address)
                .by(ALICE)
                .header("If-Match", "\"7-x\"")
                .json(GOLF)
                .send();
        Reply any = call("PUT", address)
                .by(ALICE)
                .header("If-Match", "*")
                .json(golf("Golf", "Polo"))
                .send();

        assertThat(without.status()).isEqualTo(428);
        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.body())
                .isEqualTo(
                        "{\"type\":\"urn:rentwave:problem:precondition-failed\",\"title\":\"Changed in the meantime\","
                                + "\"status\":412,\"detail\":\"Vehicle " + id(address)
                                + " was changed in the meantime. "
                                + "Read it again and repeat your change.\",\"instance\":\"" + address + "\"}");
        assertThat(any.body()).contains("\"model\":\"Polo\"");
    }

    @Test
    void deletesAVehicleOnce() {
        String address = addedAddress(ALICE);

        Reply deleted = call("DELETE", address).by(ALICE).send();
        Reply again = call("DELETE", address).by(ALICE).send();
        Reply read = call("GET", address).send();

        assertThat(deleted.status()).isEqualTo(204);
        assertThat(deleted.body()).isEmpty();
        assertThat(deleted.header("RentWave-Position")).isNotNull();
        assertThat(again.status()).isEqualTo(404);
        assertThat(read.status()).isEqualTo(404);
    }

    @Test
    void letsOnlyTheOwnerChangeAVehicle() {
        String address = addedAddress(ALICE);

        Reply put = call("PUT", address)
                .by(BOB)
                .header("If-Match", "\"stale\"")
                .json(GOLF)
                .send();
        Reply offer = call("PUT", address + "/availability")
                .by(BOB)
                .json("{\"available\":false}")
                .send();
        Reply delete = call("DELETE", address).by(BOB).send();

        assertThat(put.status()).isEqualTo(403);
        assertThat(put.body())
                .isEqualTo("{\"type\":\"urn:rentwave:problem:forbidden\",\"title\":\"Not yours\",\"status\":403,"
                        + "\"detail\":\"Only the owner may change vehicle " + id(address) + ".\",\"instance\":\""
                        + address
                        + "\"}");
        assertThat(offer.status()).isEqualTo(403);
        assertThat(delete.status()).isEqualTo(403);
        assertThat(call("GET", address).send().body()).contains("\"version\":0}");
    }

    private static String id(String address) {
        return address.substring("/api/vehicles/".length());
    }

    private static String member(Reply reply, String name) {
        int at = reply.body().indexOf('"' + name + '"');
        return reply.body().substring(at, reply.body().indexOf(',', at));
    }
}
