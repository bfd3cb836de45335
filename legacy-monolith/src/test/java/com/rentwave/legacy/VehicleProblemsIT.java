package com.rentwave.legacy;

import static com.rentwave.legacy.Call.call;
import static com.rentwave.legacy.Samples.GOLF;
import static com.rentwave.legacy.Samples.golf;
import static org.assertj.core.api.Assertions.assertThat;

import com.rentwave.legacy.Call.Reply;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with a request about vehicles, and in which order that is told. */
class VehicleProblemsIT {

    private static Person alice;
    private static Person bob;

    @BeforeAll
    static void signIn() {
        alice = Person.somebody();
        bob = Person.somebody();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "01", "x", "1.0", "1234567890123456789", "1%20"})
    void knowsNoVehicleUnderAnythingThatIsNoId(String id) {
        Reply read = call("GET", "/api/vehicles/" + id).send();
        Reply write = call("PUT", "/api/vehicles/" + id).by(alice).json("[").send();

        assertThat(read.status()).isEqualTo(404);
        assertThat(read.body())
                .isEqualTo("{\"type\":\"urn:rentwave:problem:not-found\",\"title\":\"Not found\",\"status\":404,"
                        + "\"detail\":\"There is no vehicle " + id.replace("%20", " ")
                        + ".\",\"instance\":\"/api/vehicles/" + id + "\"}");
        assertThat(write.body()).isEqualTo(read.body());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PATCH   | /api/vehicles                | GET, HEAD, POST",
                "DELETE  | /api/vehicles                | GET, HEAD, POST",
                "OPTIONS | /api/vehicles                | GET, HEAD, POST",
                "POST    | /api/vehicles/2              | GET, HEAD, PUT, DELETE",
                "BREW    | /api/vehicles/2              | GET, HEAD, PUT, DELETE",
                "GET     | /api/vehicles/2/availability | PUT",
                "OPTIONS | /api/vehicles/2/availability | PUT"
            })
    void namesTheMethodsThatAnAddressAnswers(String method, String path, String allowed) {
        Reply reply = call(method, path).send();

        assertThat(reply.status()).isEqualTo(405);
        assertThat(reply.header("Allow")).isEqualTo(allowed);
        assertThat(reply.body()).contains("This address does not answer " + method + '.');
    }

    @Test
    void tellsEveryWrongFieldInTheContractsOrder() {
        Reply reply = call("POST", "/api/vehicles")
                .by(alice)
                .json("{\"zzz\":1,\"year\":2019.0,\"model\":\" \",\"aaa\":null,\"seats\":0,\"fuel\":7,"
                        + "\"attributes\":{\"a\":\"\\u0001\"},\"pricePerDay\":-1,\"currency\":\"ABC\",\"minDays\":20,"
                        + "\"maxDays\":10}")
                .send();

        assertThat(reply.body())
                .isEqualTo("{\"type\":\"urn:rentwave:problem:validation-failed\",\"title\":\"Request not valid\","
                        + "\"status\":400,\"detail\":\"One or more fields are not valid.\",\"instance\":\"/api/vehicles\","
                        + "\"errors\":["
                        + String.join(
                                ",",
                                error("make", "is required"),
                                error("model", "must not be blank"),
                                error("year", "must be a whole number"),
                                error("sizeClass", "is required"),
                                error("seats", "must be between 1 and 60"),
                                error("bootLitres", "is required"),
                                error("transmission", "is required"),
                                error("fuel", "must be a string"),
                                error("drive", "is required"),
                                error("attributes.a", "must not contain control characters"),
                                error("pricePerDay", "must be between 0 and 100000000"),
                                error("lateFeePerDay", "is required"),
                                error("currency", "must be an ISO 4217 currency code"),
                                error("maxDays", "must not be below minDays"),
                                error("aaa", "is not a known field"),
                                error("zzz", "is not a known field"))
                        + "]}");
    }

    @Test
    void tellsEveryWrongParameterInTheContractsOrder() {
        Reply reply = call(
                        "GET",
                        "/api/vehicles?limit=0&cursor=x&minSeats=x&drive=UP&available=1&attribute=x&sort=y&q=a+b+c+d+e+f+g+h+i")
                .send();
        Reply cursor =
                call("GET", "/api/vehicles?cursor=bmV3ZXN0OjE6MQ&sort=price").send();

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.body())
                .endsWith(
                        "\"detail\":\"One or more parameters are not valid.\",\"instance\":\"/api/vehicles\",\"errors\":["
                                + String.join(
                                        ",",
                                        error("limit", "must be between 1 and 100"),
                                        error("q", "must have at most 8 words"),
                                        error("drive", "must be one of FRONT, REAR, ALL, PART_TIME"),
                                        error("minSeats", "must be a whole number"),
                                        error("available", "must be true or false"),
                                        error("attribute", "must be key:value"),
                                        error("sort", "must be one of newest, price, -price"))
                                + "]}");
        assertThat(cursor.problem()).isEqualTo("invalid-cursor");
    }

    @Test
    void checksAWriteInTheContractsOrder() {
        String address = golf(alice).header("Location");

        assertThat(put(address).key("with space").send().status()).isEqualTo(401);
        assertThat(put(address).by(bob).key("with space").json("[").send().problem())
                .isEqualTo("invalid-idempotency-key");
        assertThat(put(address)
                        .by(bob)
                        .body("text/plain", BodyPublishers.ofByteArray(new byte[70_000]))
                        .send()
                        .status())
                .isEqualTo(415);
        assertThat(put(address).by(bob).json("[").send().problem()).isEqualTo("invalid-json");
        assertThat(put(address).by(bob).json("{}").send().problem()).isEqualTo("validation-failed");
        assertThat(put(address).by(bob).json(GOLF).send().status()).isEqualTo(428);
        assertThat(put(address)
                        .by(bob)
                        .header("If-Match", "\"x\"")
                        .json(GOLF)
                        .send()
                        .status())
                .isEqualTo(403);
        assertThat(put(address)
                        .by(alice)
                        .header("If-Match", "\"x\"")
                        .json(GOLF)
                        .send()
                        .status())
                .isEqualTo(412);
        assertThat(put("/api/vehicles/999999999")
                        .by(alice)
                        .header("If-Match", "*")
                        .json(GOLF)
                        .send()
                        .status())
                .isEqualTo(404);
    }

    private static Call put(String path) {
        return call("PUT", path);
    }

    private static String error(String field, String reason) {
        return "{\"field\":\"" + field + "\",\"reason\":\"" + reason + "\"}";
    }
}
