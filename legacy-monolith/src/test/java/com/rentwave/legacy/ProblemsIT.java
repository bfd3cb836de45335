package com.rentwave.legacy;

import static com.rentwave.legacy.Call.call;
import static com.rentwave.legacy.Samples.GOLF;
import static com.rentwave.legacy.Samples.golf;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.rentwave.legacy.Call.Reply;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemsIT {

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
    @ValueSource(strings = {"/api", "/api/", "/api/nothing", "/api/vehicles/", "/api/vehicles/1/x", "/x", "/problem"})
    void saysThatThereIsNothingAtAnUnknownAddress(String path) {
        Reply reply = call("GET", path).send();

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(reply.body())
                .isEqualTo("{\"type\":\"urn:rentwave:problem:not-found\",\"title\":\"Not found\",\"status\":404,"
                        + "\"detail\":\"There is nothing at this address.\",\"instance\":\"" + path + "\"}");
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

    @ParameterizedTest
    @ValueSource(
            strings = {"text/plain", "application/json; charset=latin1", "x/y;;", "multipart/form-data; boundary=x"})
    void takesNoOtherMediaTypeThanJson(String type) {
        Reply reply = call("POST", "/api/vehicles")
                .by(alice)
                .body(type, BodyPublishers.ofString(GOLF))
                .send();

        assertThat(reply.status()).isEqualTo(415);
        assertThat(reply.problem()).isEqualTo("unsupported-media-type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json;charset=utf-8", "Application/JSON; Charset=\"UTF-8\""})
    void takesJsonThatSaysItIsUtf8(String type) {
        Reply reply = call("POST", "/api/vehicles")
                .by(alice)
                .header("Accept", "image/png;;")
                .body(type, BodyPublishers.ofString(GOLF))
                .send();

        assertThat(reply.status()).isEqualTo(201);
    }

    @Test
    void refusesALargeBodyWhetherItTellsItsSizeOrNot() {
        Reply declared = call("POST", "/api/vehicles")
                .by(alice)
                .body("application/json", BodyPublishers.ofByteArray(new byte[11_000_000]))
                .send();
        Reply streamed = call("POST", "/api/vehicles")
                .by(alice)
                .body(
                        "application/json",
                        BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[1_000_000])))
                .send();
        Reply fits = call("POST", "/api/vehicles")
                .by(alice)
                .json(GOLF + " ".repeat(65_536 - GOLF.getBytes(StandardCharsets.UTF_8).length))
                .send();

        assertThat(declared.status()).isEqualTo(413);
        assertThat(declared.body()).contains("The body is larger than 65536 bytes.");
        assertThat(streamed.body()).isEqualTo(declared.body());
        assertThat(fits.status()).isEqualTo(201);
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

    @Test
    void refusesATokenThatIsNotOursOnEveryAddress() throws JOSEException {
        ECKey other = new ECKeyGenerator(Curve.P_256).keyID("test").generate();
        ECKey ours = RunningMonolith.get().key();
        String[] bad = {
            "Bearer x",
            "Basic YTpi",
            "Bearer " + token(other, "rentwave", 60),
            "Bearer " + token(ours, "rentwave", -1),
            "Bearer " + token(ours, "somebody", 60)
        };

        for (String authorization : bad) {
            for (String path : new String[] {"/api/vehicles", "/api/auth/jwks", "/api/nothing", "/api/users/me"}) {
                Reply reply =
                        call("GET", path).header("Authorization", authorization).send();
                assertThat(reply.status()).as(authorization + ' ' + path).isEqualTo(401);
                assertThat(reply.problem()).isEqualTo("invalid-token");
                assertThat(reply.header("WWW-Authenticate")).isEqualTo("Bearer error=\"invalid_token\"");
            }
        }
        String good = "Bearer " + token(ours, "rentwave", 60);
        assertThat(call("GET", "/api/vehicles")
                        .header("Authorization", good)
                        .send()
                        .status())
                .isEqualTo(200);
    }

    @Test
    void tellsNothingOfAFailureOfItsOwn() {
        TestDatabase database = RunningMonolith.get().database();
        database.execute("ALTER TABLE t_veh RENAME TO t_elsewhere");
        try {
            Reply reply = call("GET", "/api/vehicles").send();

            assertThat(reply.status()).isEqualTo(500);
            assertThat(reply.body())
                    .isEqualTo(
                            "{\"type\":\"urn:rentwave:problem:internal-error\",\"title\":\"Our mistake\",\"status\":500,"
                                    + "\"detail\":\"Something went wrong on our side. Nothing can be said about the request; ask"
                                    + " again before you repeat it.\",\"instance\":\"/api/vehicles\"}");
        } finally {
            database.execute("ALTER TABLE t_elsewhere RENAME TO t_veh");
        }
    }

    private static Call put(String path) {
        return call("PUT", path);
    }

    private static String error(String field, String reason) {
        return "{\"field\":\"" + field + "\",\"reason\":\"" + reason + "\"}";
    }

    private static String token(ECKey key, String issuer, long seconds) throws JOSEException {
        SignedJWT jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).build(),
                new JWTClaimsSet.Builder()
                        .issuer(issuer)
                        .audience("rentwave-api")
                        .subject("1")
                        .expirationTime(Date.from(Instant.now().plusSeconds(seconds)))
                        .build());
        jwt.sign(new ECDSASigner(key));
        return jwt.serialize();
    }
}
