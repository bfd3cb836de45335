package com.rentwave.legacy;

import static com.rentwave.legacy.Call.call;
import static com.rentwave.legacy.Samples.ROOM;
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
    @ValueSource(strings = {"/api", "/api/", "/api/nothing", "/api/rooms/", "/api/rooms/1/x", "/x", "/problem"})
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
                "PATCH   | /api/rooms                   | GET, HEAD, POST",
                "DELETE  | /api/rooms                   | GET, HEAD, POST",
                "OPTIONS | /api/rooms                   | GET, HEAD, POST",
                "POST    | /api/rooms/2                 | GET, HEAD, PUT, DELETE",
                "BREW    | /api/rooms/2                 | GET, HEAD, PUT, DELETE",
                "GET     | /api/rooms/2/availability    | PUT",
                "OPTIONS | /api/rooms/2/availability    | PUT"
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
        Reply reply = call("POST", "/api/rooms")
                .by(alice)
                .body(type, BodyPublishers.ofString(ROOM))
                .send();

        assertThat(reply.status()).isEqualTo(415);
        assertThat(reply.problem()).isEqualTo("unsupported-media-type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json;charset=utf-8", "Application/JSON; Charset=\"UTF-8\""})
    void takesJsonThatSaysItIsUtf8(String type) {
        Reply reply = call("POST", "/api/rooms")
                .by(alice)
                .header("Accept", "image/png;;")
                .body(type, BodyPublishers.ofString(ROOM))
                .send();

        assertThat(reply.status()).isEqualTo(201);
    }

    @Test
    void refusesALargeBodyWhetherItTellsItsSizeOrNot() {
        Reply declared = call("POST", "/api/rooms")
                .by(alice)
                .body("application/json", BodyPublishers.ofByteArray(new byte[11_000_000]))
                .send();
        Reply streamed = call("POST", "/api/rooms")
                .by(alice)
                .body(
                        "application/json",
                        BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[1_000_000])))
                .send();
        Reply fits = call("POST", "/api/rooms")
                .by(alice)
                .json(ROOM + " ".repeat(65_536 - ROOM.getBytes(StandardCharsets.UTF_8).length))
                .send();

        assertThat(declared.status()).isEqualTo(413);
        assertThat(declared.body()).contains("The body is larger than 65536 bytes.");
        assertThat(streamed.body()).isEqualTo(declared.body());
        assertThat(fits.status()).isEqualTo(201);
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
            for (String path : new String[] {"/api/rooms", "/api/auth/jwks", "/api/nothing", "/api/users/me"}) {
                Reply reply =
                        call("GET", path).header("Authorization", authorization).send();
                assertThat(reply.status()).as(authorization + ' ' + path).isEqualTo(401);
                assertThat(reply.problem()).isEqualTo("invalid-token");
                assertThat(reply.header("WWW-Authenticate")).isEqualTo("Bearer error=\"invalid_token\"");
            }
        }
        String good = "Bearer " + token(ours, "rentwave", 60);
        assertThat(call("GET", "/api/rooms")
                        .header("Authorization", good)
                        .send()
                        .status())
                .isEqualTo(200);
    }

    @Test
    void tellsNothingOfAFailureOfItsOwn() {
        TestDatabase database = RunningMonolith.get().database();
        database.execute("ALTER TABLE t_room RENAME TO t_elsewhere");
        try {
            Reply reply = call("GET", "/api/rooms").send();

            assertThat(reply.status()).isEqualTo(500);
            assertThat(reply.body())
                    .isEqualTo(
                            "{\"type\":\"urn:rentwave:problem:internal-error\",\"title\":\"Our mistake\",\"status\":500,"
                                    + "\"detail\":\"Something went wrong on our side. Nothing can be said about the request; ask"
                                    + " again before you repeat it.\",\"instance\":\"/api/rooms\"}");
        } finally {
            database.execute("ALTER TABLE t_elsewhere RENAME TO t_room");
        }
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
