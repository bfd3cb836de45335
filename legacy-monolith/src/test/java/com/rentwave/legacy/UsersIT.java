package com.rentwave.legacy;

import static com.rentwave.legacy.Call.call;
import static com.rentwave.legacy.Person.SECRET;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.rentwave.legacy.Call.Reply;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class UsersIT {

    private final String email = UUID.randomUUID() + "@example.org";

    @Test
    void registersSomebodyOnce() {
        Reply first = register(email, SECRET);
        Reply second = register(email.toUpperCase(java.util.Locale.ROOT), SECRET);

        assertThat(first.status()).isEqualTo(201);
        assertThat(first.body()).isEqualTo("{\"id\":" + first.id() + ",\"email\":\"" + email + "\",\"name\":\"Änne\"}");
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.problem()).isEqualTo("email-taken");
    }

    @Test
    void signsInWithATokenThatItsPublishedKeysVerify() throws Exception {
        long id = register(email, SECRET).id();

        Reply login = login(email, SECRET);

        SignedJWT token = SignedJWT.parse(login.member("token"));
        JWKSet keys = JWKSet.parse(call("GET", "/api/auth/jwks").send().body());
        assertThat(token.verify(new ECDSAVerifier(
                        keys.getKeyByKeyId(token.getHeader().getKeyID()).toECKey())))
                .isTrue();
        assertThat(keys.getKeys()).noneMatch(key -> key.isPrivate());
        JWTClaimsSet claims = token.getJWTClaimsSet();
        assertThat(claims.getSubject()).isEqualTo(Long.toString(id));
        assertThat(claims.getIssuer()).isEqualTo("rentwave");
        assertThat(claims.getAudience()).containsExactly("rentwave-api");
        assertThat(claims.getStringClaim("name")).isEqualTo("Änne");
        assertThat(claims.getExpirationTime().getTime() - claims.getIssueTime().getTime())
                .isEqualTo(8 * 3_600_000L);
        Reply me = call("GET", "/api/users/me")
                .header("Authorization", "bearer " + token.serialize())
                .send();
        String account = "{\"id\":" + id + ",\"email\":\"" + email + "\",\"name\":\"Änne\"";
        assertThat(me.body()).startsWith(account + ",\"about\":\"\",");
        assertThat(login.body()).endsWith("\"user\":" + account + "}}");
    }

    @Test
    void doesNotTellWhetherTheAddressOrThePasswordIsWrong() {
        register(email, SECRET);

        Reply wrong = login(email, SECRET.replace('0', '1'));
        Reply unknown = login("nobody-" + email, SECRET);

        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.problem()).isEqualTo("wrong-credentials");
        assertThat(unknown.body()).isEqualTo(wrong.body());
    }

    @Test
    void storesNeitherThePasswordNorWhatTheBrowserSent() {
        long id = register(email, SECRET).id();

        String stored = RunningMonolith.get()
                .database()
                .column("SELECT pwd_tx FROM t_usr WHERE usr_id = ?", id)
                .get(0);

        assertThat(stored).matches("210000:[0-9a-f]{32}:[0-9a-f]{128}").doesNotContain(SECRET);
    }

    @Test
    void refusesWhatIsNoRegistration() {
        Reply reply = call("POST", "/api/auth/register")
                .json("{\"email\":\"x\",\"passwordSha256\":\"" + SECRET.toUpperCase(java.util.Locale.ROOT)
                        + "\",\"admin\":true}")
                .send();

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.body())
                .contains(
                        "\"email\",\"reason\":\"must have 3 to 254 characters\"",
                        "\"name\",\"reason\":\"is required\"",
                        "\"passwordSha256\",\"reason\":\"must be 64 lower-case hexadecimal digits\"",
                        "\"admin\",\"reason\":\"is not a known field\"");
    }

    @Test
    void signsOut() {
        assertThat(call("POST", "/api/auth/logout").send().status()).isEqualTo(204);
        assertThat(call("GET", "/api/users/me").send().status()).isEqualTo(401);
    }

    private static Reply register(String email, String secret) {
        return call("POST", "/api/auth/register")
                .json("{\"email\":\"" + email + "\",\"name\":\"Änne\",\"passwordSha256\":\"" + secret + "\"}")
                .send();
    }

    private static Reply login(String email, String secret) {
        return call("POST", "/api/auth/login")
                .json("{\"email\":\"" + email + "\",\"passwordSha256\":\"" + secret + "\"}")
                .send();
    }
}
