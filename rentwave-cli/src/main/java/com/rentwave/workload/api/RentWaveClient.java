package com.rentwave.workload.api;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;

/**
 * One user of RentWave, talking to one address. Each call is one HTTP request: nothing is repeated here, whoever repeats
 * has to know that it is safe.
 */
public final class RentWaveClient {

    private final HttpClient http;
    private final URI base;
    private final Duration timeout;
    private final Session session;
    private volatile long userId;

    public RentWaveClient(HttpClient http, URI base, SignIn signIn, Duration timeout) {
        this(http, base, timeout, signIn == SignIn.COOKIE ? new CookieSession(base) : new BearerSession());
    }

    private RentWaveClient(HttpClient http, URI base, Duration timeout, Session session) {
        this.http = http;
        this.base = base;
        this.timeout = timeout;
        this.session = session;
    }

    /** The same user with the same session at another address: for going around the facade. */
    public RentWaveClient at(URI other) {
        RentWaveClient client = new RentWaveClient(http, other, timeout, session);
        client.userId = userId;
        return client;
    }

    /** A client as the tools here use them: HTTP/1.1 and short connection times. */
    public static HttpClient newHttpClient() {
        return builder().build();
    }

    /**
     * A client for many threads that wait for their answers: it takes none of its own to hand them over. Not for streams,
     * whose readers would hold up everybody.
     */
    public static HttpClient newHttpClientForManyThreads() {
        return builder().executor(Runnable::run).build();
    }

    private static HttpClient.Builder builder() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .followRedirects(HttpClient.Redirect.NEVER);
    }

    /**
     * Sends the request once.
     *
     * @throws IOException when no answer came; whether the request was carried out is then unknown
     */
    public Answer send(ApiRequest request) throws IOException {
        HttpRequest.Builder builder = HttpRequest.newBuilder(base.resolve(request.path()))
                .timeout(timeout)
                .method(
                        request.method(),
                        request.body() == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(request.body()));
        session.addTo(builder);
        request.headers().forEach(builder::setHeader);
        try {
            HttpResponse<byte[]> response = http.send(builder.build(), BodyHandlers.ofByteArray());
            Answer answer = new Answer(response.statusCode(), response.headers(), response.body());
            session.learnFrom(answer);
            return answer;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
    }

    /**
     * Opens a stream of lines that does not end by itself.
     *
     * @param lines gets what comes; it ends the stream by cancelling its subscription
     * @return done when the stream has ended, however that happened
     */
    public CompletableFuture<Integer> stream(String path, Flow.Subscriber<String> lines) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(base.resolve(path)).timeout(timeout);
        session.addTo(builder);
        return http.sendAsync(builder.build(), BodyHandlers.fromLineSubscriber(lines))
                .thenApply(HttpResponse::statusCode);
    }

    /** Registers; 201 or the problem. */
    public Answer register(String email, String name, String password) throws IOException {
        return send(ApiRequest.register(email, name, sha256(password)));
    }

    /** Signs in and keeps the session when it worked. */
    public Answer login(String email, String password) throws IOException {
        Answer answer = send(ApiRequest.login(email, sha256(password)));
        if (answer.successful()) {
            userId = answer.json().path("user").path("id").asLong();
            session.signedIn(answer);
        }
        return answer;
    }

    /** The user's id; 0 before the first sign-in. */
    public long userId() {
        return userId;
    }

    /** The token of a client that signs in like a program; null for a browser and before the first sign-in. */
    public String token() {
        return session.token();
    }

    /** What is sent instead of the password: its SHA-256 as lower-case hex. */
    public static String sha256(String password) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(password.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
