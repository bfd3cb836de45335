package com.rentwave.legacy;

import static com.rentwave.legacy.Call.call;
import static com.rentwave.legacy.Samples.ROOM;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.rentwave.legacy.Call.Reply;
import java.time.Clock;
import java.util.Date;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What users tell about themselves, and who is known at all. */
class ProfilesIT {

    private static final String CHANGED =
            "{\"name\":\"Änne Ü.\",\"about\":\"I lend my van.\\nAsk me.\",\"place\":\"Freiburg\"}";

    private static Person alice;

    @BeforeAll
    static void signIn() {
        alice = Person.somebody();
    }

    @Test
    void changesAProfileThatIsNamedByItsVersion() {
        Person person = Person.somebody();
        Reply before = call("GET", "/api/users/me").by(person).send();

        Reply changed = change(person, before.header("ETag"));

        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.body())
                .isEqualTo("{\"id\":" + person.id() + ",\"email\":\"" + person.email()
                        + "\",\"name\":\"Änne Ü.\",\"about\":\"I lend my van.\\nAsk me.\",\"place\":\"Freiburg\",\"administrator\":false,"
                        + "\"createdAt\":\"" + before.member("createdAt") + "\"}");
        Reply after = call("GET", "/api/users/me").by(person).send();
        assertThat(after.body()).isEqualTo(changed.body());
        assertThat(after.header("ETag")).isEqualTo(changed.header("ETag")).isNotEqualTo(before.header("ETag"));
        assertThat(call("GET", "/api/users/me")
                        .by(person)
                        .header("If-None-Match", after.header("ETag"))
                        .send()
                        .status())
                .isEqualTo(304);
    }

    @Test
    void refusesAChangeOfAnOlderVersionOrOfNone() {
        String etag = call("GET", "/api/users/me").by(alice).send().header("ETag");
        change(alice, etag);

        assertThat(change(alice, etag).status()).isEqualTo(412);
        assertThat(call("PUT", "/api/users/me").by(alice).json(CHANGED).send().status())
                .isEqualTo(428);
        assertThat(call("PUT", "/api/users/me").json(CHANGED).send().status()).isEqualTo(401);
    }

    @Test
    void changesAProfileOnceForARepeatedRequest() {
        Person person = Person.somebody();
        String etag = call("GET", "/api/users/me").by(person).send().header("ETag");
        String key = UUID.randomUUID().toString();

        Reply first = put(person, etag).key(key).send();
        Reply second = put(person, etag).key(key).send();

        assertThat(first.status()).isEqualTo(200);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.header("ETag")).isEqualTo(first.header("ETag"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'about':'','place':''}                                 | name  | is required",
                "{'name':'A','place':'a\\nb'}                             | place | must not contain control characters",
                "{'name':'','about':'','place':''}                       | name  | must have 1 to 100 characters",
                "{'name':'A','about':'','place':'','email':'a@b.example'}| email | is not a known field"
            })
    void saysWhatIsWrongWithAProfile(String body, String field, String reason) {
        Reply reply = call("PUT", "/api/users/me")
                .by(alice)
                .header("If-Match", "*")
                .json(body.replace('\'', '"'))
                .send();

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.body()).contains("\"errors\":[{\"field\":\"" + field + "\",\"reason\":\"" + reason + "\"}]");
    }

    @Test
    void showsEverybodyAProfileWithoutItsAddress() {
        Person person = Person.somebody();
        String since = change(person, "*").member("createdAt");

        Reply seen = call("GET", "/api/users/" + person.id()).send();

        assertThat(seen.body())
                .isEqualTo("{\"id\":" + person.id()
                        + ",\"name\":\"Änne Ü.\",\"place\":\"Freiburg\",\"about\":\"I lend my van.\\nAsk me.\",\"createdAt\":\""
                        + since + "\"}");
        assertThat(call("GET", "/api/users/999999999").send().body()).contains("There is no user 999999999.");
        assertThat(call("GET", "/api/users/x").send().status()).isEqualTo(404);
        assertThat(call("PUT", "/api/users/" + person.id())
                        .by(person)
                        .json(CHANGED)
                        .send()
                        .status())
                .isEqualTo(405);
    }

    @Test
    void knowsAdministratorsByTheirAddressWhateverItsCase() {
        String email = RunningMonolith.ADMINISTRATOR.toUpperCase(Locale.ROOT);

        Person chief = Person.named(email);

        assertThat(call("GET", "/api/users/me").by(chief).send().body()).contains("\"administrator\":true");
        assertThat(call("GET", "/api/users/me").by(alice).send().body()).contains("\"administrator\":false");
    }

    @Test
    void tellsOnceThatSomebodyRegisteredHoweverOftenTheRequestIsRepeated() {
        String email = UUID.randomUUID() + "@example.org";
        String key = UUID.randomUUID().toString();

        Reply first = register(email, key);
        Reply second = register(email, key);

        assertThat(first.status()).isEqualTo(201);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.status()).isEqualTo(201);
        assertThat(register(email, key + "x").problem()).isEqualTo("email-taken");
        assertThat(Events.types("user", first.id())).containsExactly("user.register");
        assertThat(Events.data("user.register", "user", first.id())).containsExactly("{}");
    }

    /** Also where nobody needs to be signed in: whoever shows a token wants to be somebody. */
    @ParameterizedTest
    @CsvSource({
        "POST, /api/rooms",
        "POST, /api/rentals",
        "POST, /api/wallet/top-ups",
        "GET,  /api/users/me",
        "GET,  /api/wallet",
        "GET,  /api/rooms"
    })
    void knowsNobodyWhoIsNotRegisteredHoweverWellTheTokenIsSigned(String method, String path) throws JOSEException {
        Reply reply = call(method, path)
                .header("Authorization", "Bearer " + tokenOf("999999999"))
                .json(ROOM)
                .send();

        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.problem()).isEqualTo("invalid-token");
        assertThat(reply.header("WWW-Authenticate")).isEqualTo("Bearer error=\"invalid_token\"");
    }

    private static String tokenOf(String user) throws JOSEException {
        long now = Clock.systemUTC().millis();
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("test").build(),
                new JWTClaimsSet.Builder()
                        .issuer("rentwave")
                        .audience("rentwave-api")
                        .subject(user)
                        .issueTime(new Date(now))
                        .expirationTime(new Date(now + 60_000))
                        .build());
        token.sign(new ECDSASigner(RunningMonolith.get().key()));
        return token.serialize();
    }

    private static Reply change(Person person, String etag) {
        return put(person, etag).send();
    }

    private static Call put(Person person, String etag) {
        return call("PUT", "/api/users/me").by(person).header("If-Match", etag).json(CHANGED);
    }

    private static Reply register(String email, String key) {
        return call("POST", "/api/auth/register")
                .key(key)
                .json("{\"email\":\"" + email + "\",\"name\":\"Some Body\",\"passwordSha256\":\"" + Person.SECRET
                        + "\"}")
                .send();
    }
}
