package com.rentwave.platform;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Set;

/**
 * Makes the first users through the public API, as anybody would: somebody to look around as, with money in the wallet,
 * and an administrator. Once per data folder; every request can be repeated.
 */
final class FirstUsers {

    static final String ADMINISTRATOR = "admin@rentwave.example";

    private static final String DEMO = "demo@rentwave.example";
    private static final String TOP_UP = """
            {"amount":1000000,"currency":"EUR"}""";
    private static final Set<Integer> CREATED = Set.of(201);
    private static final Set<Integer> CREATED_OR_THERE = Set.of(201, 409);
    private static final Set<Integer> LOGGED_IN = Set.of(200);

    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI facade;
    private final Secrets secrets;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    FirstUsers(URI facade, Secrets secrets) {
        this.facade = facade;
        this.secrets = secrets;
    }

    static Login demo(Secrets secrets) {
        return login(DEMO, secrets.demoPassword());
    }

    static Login administrator(Secrets secrets) {
        return login(ADMINISTRATOR, secrets.administratorPassword());
    }

    private static Login login(String email, String password) {
        return new Login(email, password, sha256(password));
    }

    /** The idempotency key makes the second top-up of the same user a repetition of the first. */
    void ensure() {
        send("/api/wallet/top-ups", TOP_UP, token(signedIn(demo(secrets), "Demo")), CREATED);
        signedIn(administrator(secrets), "Administrator");
    }

    private String signedIn(Login login, String name) {
        String registration = """
                {"email":"%s","name":"%s","passwordSha256":"%s"}""".formatted(login.email(), name, login.passwordSha256());
        String credentials = """
                {"email":"%s","passwordSha256":"%s"}""".formatted(login.email(), login.passwordSha256());
        send("/api/auth/register", registration, "", CREATED_OR_THERE);
        return send("/api/auth/login", credentials, "", LOGGED_IN);
    }

    private static String token(String answer) {
        try {
            return JSON.readTree(answer).path("token").asText("");
        } catch (IOException e) {
            return "";
        }
    }

    private String send(String path, String body, String token, Set<Integer> expected) {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(facade.resolve(path))
                    .timeout(Duration.ofSeconds(20))
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(body));
            if (!token.isEmpty()) {
                request.header("Authorization", "Bearer " + token).header("Idempotency-Key", "demo-money");
            }
            HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (!expected.contains(answer.statusCode())) {
                throw new PlatformException("The first users cannot be made: POST " + path
                        + " through the facade answers " + answer.statusCode() + " " + answer.body());
            }
            return answer.body();
        } catch (IOException e) {
            throw new PlatformException(
                    "The first users cannot be made: POST " + path + " got no answer (" + e + ").", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PlatformException("Interrupted.");
        }
    }

    private static String sha256(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
