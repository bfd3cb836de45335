package com.rentwave.workload.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RequestsTest {

    @Test
    void writesEachRequestWithItsOwnHeaders() {
        Requests requests = new Requests(List.of(Map.of("Cookie", "a=1"), Map.of("Authorization", "Bearer x")));

        assertThat(requests.raw(URI.create("http://127.0.0.1:8080/api/vehicles/1")))
                .extracting(request -> new String(request, StandardCharsets.US_ASCII))
                .containsExactly(
                        "GET /api/vehicles/1 HTTP/1.1\r\nHost: 127.0.0.1:8080\r\nCookie: a=1\r\n\r\n",
                        "GET /api/vehicles/1 HTTP/1.1\r\nHost: 127.0.0.1:8080\r\nAuthorization: Bearer x\r\n\r\n");
    }

    @Test
    void tellsWrkTheHeadersOfAll() {
        Requests requests = new Requests(List.of(Map.of("If-None-Match", "\"1\\\""), Map.of("Cookie", "a=1")));

        assertThat(requests.script())
                .contains("{[\"If-None-Match\"]=\"\\\"1\\\\\\\"\"},")
                .contains("{[\"Cookie\"]=\"a=1\"}")
                .contains("turn % #requests + 1");
        assertThat(Requests.PLAIN.script()).isEqualTo("wrk.headers[\"Accept\"] = \"application/json\"\n");
    }

    @Test
    void signsTokensThatThePublishedKeyVerifies() throws Exception {
        SignedInUsers users = new SignedInUsers();
        String[] token = users.token(7).split("\\.");
        JsonNode claims = new ObjectMapper().readTree(Base64.getUrlDecoder().decode(token[1]));
        Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
        signature.initVerify(published(users));
        signature.update((token[0] + '.' + token[1]).getBytes(StandardCharsets.US_ASCII));

        assertThat(signature.verify(Base64.getUrlDecoder().decode(token[2]))).isTrue();
        assertThat(claims.path("sub").asText()).isEqualTo("7");
    }

    private static PublicKey published(SignedInUsers users) throws Exception {
        JsonNode key = new ObjectMapper().readTree(users.jwks()).path("keys").path(0);
        AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
        curve.init(new ECGenParameterSpec("secp256r1"));
        ECPoint point = new ECPoint(coordinate(key, "x"), coordinate(key, "y"));
        return KeyFactory.getInstance("EC")
                .generatePublic(new ECPublicKeySpec(point, curve.getParameterSpec(ECParameterSpec.class)));
    }

    private static BigInteger coordinate(JsonNode key, String name) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(key.path(name).asText()));
    }
}
