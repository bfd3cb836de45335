package com.rentwave.vehicle.service;

import static com.rentwave.vehicle.service.Samples.GOLF;
import static com.rentwave.vehicle.service.Samples.addedAddress;
import static com.rentwave.vehicle.service.Samples.golf;
import static com.rentwave.vehicle.service.TestService.ALICE;
import static com.rentwave.vehicle.service.TestService.BOB;
import static com.rentwave.vehicle.service.TestService.call;
import static org.assertj.core.api.Assertions.assertThat;

import com.rentwave.openapi.WrongRequest;
import com.rentwave.openapi.WrongRequest.Caller;
import com.rentwave.service.testing.Call;
import com.rentwave.service.testing.Reply;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemsIT {

    @BeforeEach
    void ownVehicles() {
        TestService.owns();
    }

    @ParameterizedTest
    @MethodSource("com.rentwave.openapi.WrongVehicleRequests#all")
    void refusesWhatEveryOwnerOfVehiclesRefuses(WrongRequest wrong) {
        Call call = call(wrong.method(), wrong.path().replace(WrongRequest.THING, addedAddress(ALICE)));
        wrong.headers().forEach(call::header);
        if (!wrong.body().isEmpty()) {
            call.body(BodyPublishers.ofString(wrong.body()));
        }
        if (wrong.caller() != Caller.NOBODY) {
            call.by(wrong.caller() == Caller.OWNER ? ALICE : BOB);
        }

        Reply reply = call.send();

        assertThat(reply.status()).isEqualTo(wrong.status());
        assertThat(reply.body()).contains(wrong.answer());
        wrong.answerHeaders()
                .forEach((name, value) -> assertThat(reply.header(name)).isEqualTo(value));
    }

    @Test
    void answersAProblemInTheContractsOrderWithItsHeaders() {
        Reply reply = call("GET", "/api/vehicles/12?x=1").send();

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(reply.header("Cache-Control")).isEqualTo("private, no-cache");
        assertThat(reply.header("RentWave-Position")).startsWith("service:");
        assertThat(reply.body())
                .isEqualTo("{\"type\":\"urn:rentwave:problem:not-found\",\"title\":\"Not found\",\"status\":404,"
                        + "\"detail\":\"There is no vehicle 12.\",\"instance\":\"/api/vehicles/12\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/api", "/api/", "/api/nothing", "/x"})
    void saysThatThereIsNothingAtAnUnknownAddress(String path) {
        Reply reply = call("GET", path).send();

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.body())
                .isEqualTo("{\"type\":\"urn:rentwave:problem:not-found\",\"title\":\"Not found\",\"status\":404,"
                        + "\"detail\":\"There is nothing at this address.\",\"instance\":\"" + path + "\"}");
    }

    @Test
    void answersHeadLikeGetWithoutABody() {
        Reply reply = call("HEAD", addedAddress(ALICE)).send();

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("ETag")).isNotNull();
        assertThat(reply.header("Content-Length")).matches("[1-9]\\d+");
        assertThat(reply.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/xml",
                "application/json; charset=latin1",
                "multipart/form-data; boundary=x",
                "application/x-www-form-urlencoded"
            })
    void takesNoOtherMediaTypeThanJson(String type) {
        Reply reply = call("POST", "/api/vehicles")
                .by(ALICE)
                .body(type, BodyPublishers.ofString(GOLF))
                .send();

        assertThat(reply.status()).isEqualTo(415);
        assertThat(reply.body()).contains("\"detail\":\"Send the body as application/json.\"");
    }

    @Test
    void takesABodyWithoutMediaTypeForNoJson() {
        Reply reply = call("POST", "/api/vehicles").by(ALICE).send();

        assertThat(reply.status()).isEqualTo(415);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json;charset=utf-8", "Application/JSON; Charset=\"UTF-8\""})
    void takesJsonThatSaysItIsUtf8(String type) {
        Reply reply = call("POST", "/api/vehicles")
                .by(ALICE)
                .body(type, BodyPublishers.ofString(GOLF))
                .send();

        assertThat(reply.status()).isEqualTo(201);
    }

    @Test
    void refusesALargeBodyByItsDeclaredSize() {
        Reply reply = call("POST", "/api/vehicles")
                .by(ALICE)
                .body("application/json", BodyPublishers.ofByteArray(new byte[10_000_000]))
                .send();

        assertThat(reply.status()).isEqualTo(413);
        assertThat(reply.body())
                .isEqualTo(
                        "{\"type\":\"urn:rentwave:problem:payload-too-large\",\"title\":\"Body too large\",\"status\":413,"
                                + "\"detail\":\"The body is larger than 65536 bytes.\",\"instance\":\"/api/vehicles\"}");
    }

    @Test
    void refusesALargeBodyThatDeclaresNoSize() {
        Reply reply = call("POST", "/api/vehicles")
                .by(ALICE)
                .body(
                        "application/json",
                        BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[1_000_000])))
                .send();

        assertThat(reply.status()).isEqualTo(413);
    }

    @Test
    void takesABodyOfExactlyTheLargestSize() {
        Reply fits = call("POST", "/api/vehicles")
                .by(ALICE)
                .json(GOLF + " ".repeat(65_536 - GOLF.getBytes(StandardCharsets.UTF_8).length))
                .send();
        Reply tooLarge = call("POST", "/api/vehicles")
                .by(ALICE)
                .json(GOLF + " ".repeat(65_537 - GOLF.getBytes(StandardCharsets.UTF_8).length))
                .send();

        assertThat(fits.status()).isEqualTo(201);
        assertThat(tooLarge.status()).isEqualTo(413);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{", "[]", "null", "{} {}", "{\"make\":1,\"make\":1}", "{'a':1}", "{\"a\":01}", "{\"a\":NaN}"
            })
    void refusesWhatIsNotOneJsonObject(String body) {
        Reply reply = call("POST", "/api/vehicles").by(ALICE).json(body).send();

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.body())
                .isEqualTo(
                        "{\"type\":\"urn:rentwave:problem:invalid-json\",\"title\":\"Not valid JSON\",\"status\":400,"
                                + "\"detail\":\"The body is not one valid JSON object in UTF-8.\",\"instance\":\"/api/vehicles\"}");
    }

    @Test
    void answersWhatTomcatRefusesWithAProblemToo() throws IOException {
        String answer = raw("GET /api/vehicles/%zz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

        assertThat(answer)
                .startsWith("HTTP/1.1 400 ")
                .contains("Content-Type: application/problem+json", "\"type\":\"urn:rentwave:problem:bad-request\"");
    }

    @Test
    void answersAFailureOfItsOwnWithAProblemThatTellsNothing() {
        TestService.database().execute("ALTER TABLE vehicle RENAME TO elsewhere");
        try {
            Reply reply = call("GET", "/api/vehicles").send();

            assertThat(reply.status()).isEqualTo(500);
            assertThat(reply.body())
                    .isEqualTo(
                            "{\"type\":\"urn:rentwave:problem:internal-error\",\"title\":\"Our mistake\",\"status\":500,"
                                    + "\"detail\":\"Something went wrong on our side. Nothing can be said about the request; ask"
                                    + " again before you repeat it.\",\"instance\":\"/api/vehicles\"}");
        } finally {
            TestService.database().execute("ALTER TABLE elsewhere RENAME TO vehicle");
        }
    }

    private static String error(String field, String reason) {
        return "{\"field\":\"" + field + "\",\"reason\":\"" + reason + "\"}";
    }

    private static String raw(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), TestService.port())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void namesTheOffendingAttribute() {
        Reply reply = call("POST", "/api/vehicles")
                .by(ALICE)
                .json(golf("\"blue\"", "\"" + "x".repeat(201) + "\""))
                .send();

        assertThat(reply.body())
                .contains("\"errors\":[" + error("attributes.colour", "must have 0 to 200 characters") + "]");
    }
}
