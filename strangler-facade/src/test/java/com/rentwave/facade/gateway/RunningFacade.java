package com.rentwave.facade.gateway;

import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.rentwave.facade.hold.Holds;
import com.rentwave.facade.route.Owner;
import com.rentwave.facade.route.Phase;
import com.rentwave.facade.route.Route;
import com.rentwave.facade.route.RouteStore;
import com.rentwave.facade.route.RouteTables;
import com.rentwave.facade.session.LoginTokens;
import com.rentwave.facade.session.Verdict;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.web.server.reactive.context.ReactiveWebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;

/** The facade's public side on a free port, with a real PostgreSQL and two small servers in place of the backends. */
final class RunningFacade implements AutoCloseable {

    static final String POSITION_KEY = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";

    final StandIn legacy;
    final StandIn service;
    final EmbeddedPostgres postgres;
    private final String databaseUrl;
    private final String databaseUser;
    final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final ECKey key;
    private final boolean first;
    private final ReactiveWebServerApplicationContext context;

    /** The packages of the public side; the cutover, the gates and the console have tests of their own. */
    @EnableAutoConfiguration
    @ComponentScan({
        "com.rentwave.facade.connection",
        "com.rentwave.facade.route",
        "com.rentwave.facade.hold",
        "com.rentwave.facade.session",
        "com.rentwave.facade.shadow",
        "com.rentwave.facade.canary",
        "com.rentwave.facade.traffic",
        "com.rentwave.facade.gateway"
    })
    @ConfigurationPropertiesScan({
        "com.rentwave.facade.api",
        "com.rentwave.facade.hold",
        "com.rentwave.facade.shadow",
        "com.rentwave.facade.canary",
        "com.rentwave.facade.session",
        "com.rentwave.facade.gateway"
    })
    static class PublicSide {
        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }
    }

    /** @param settings {@code key=value}, over those given here */
    RunningFacade(String... settings) throws IOException, JOSEException {
        this(
                EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "off")
                        .setPGStartupWait(Duration.ofSeconds(60))
                        .start(),
                settings);
    }

    private RunningFacade(EmbeddedPostgres own, String... settings) throws JOSEException {
        this(own, own.getJdbcUrl("postgres", "postgres"), "postgres", settings);
    }

    /** Over a migration database that outlives it. */
    static RunningFacade over(String databaseUrl, String databaseUser, String... settings) throws JOSEException {
        return new RunningFacade(null, databaseUrl, databaseUser, settings);
    }

    private RunningFacade(EmbeddedPostgres own, String databaseUrl, String databaseUser, String... settings)
            throws JOSEException {
        first = true;
        legacy = new StandIn();
        service = new StandIn();
        postgres = own;
        this.databaseUrl = databaseUrl;
        this.databaseUser = databaseUser;
        key = new ECKeyGenerator(Curve.P_256).keyID("one").generate();
        legacy.answers(asked -> StandIn.Answer.of(200, jwks(), "Content-Type", "application/json"));
        context = start(settings);
        awaitSignInKeys();
        reset();
    }

    private RunningFacade(RunningFacade other, String... settings) throws JOSEException {
        first = false;
        legacy = other.legacy;
        service = other.service;
        postgres = other.postgres;
        databaseUrl = other.databaseUrl;
        databaseUser = other.databaseUser;
        key = other.key;
        context = start(settings);
        awaitSignInKeys();
    }

    /** Another facade over the same backends and the same database; they outlive it. */
    RunningFacade beside(String... settings) throws JOSEException {
        return new RunningFacade(this, settings);
    }

    private ReactiveWebServerApplicationContext start(String... settings) {
        Map<String, String> all = new TreeMap<>(Map.of(
                "server.port",
                "0",
                "spring.datasource.url",
                databaseUrl,
                "spring.datasource.username",
                databaseUser,
                "spring.datasource.password",
                "postgres",
                "rentwave.backends.legacy-uri",
                legacy.uri(),
                "rentwave.apis.vehicles.uri",
                service.uri(),
                "rentwave.session.jwks-uri",
                legacy.uri() + "/jwks",
                "rentwave.session.position-key",
                POSITION_KEY,
                "rentwave.shadow.enabled",
                "false"));
        for (String setting : settings) {
            String[] pair = setting.split("=", 2);
            all.put(pair[0], pair[1]);
        }
        String[] arguments = all.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new);
        return (ReactiveWebServerApplicationContext) new SpringApplicationBuilder(PublicSide.class).run(arguments);
    }

    /** They are fetched in the background; a token that comes earlier is passed on without being judged. */
    private void awaitSignInKeys() throws JOSEException {
        String token = token();
        await("the sign-in keys are known").until(() -> bean(LoginTokens.class).check(token) instanceof Verdict.Valid);
    }

    String jwks() {
        return new JWKSet(key).toPublicJWKSet().toString();
    }

    String token(String subject, Instant expires) throws JOSEException {
        SignedJWT jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).build(),
                new JWTClaimsSet.Builder()
                        .issuer("rentwave")
                        .audience("rentwave-api")
                        .subject(subject)
                        .expirationTime(Date.from(expires))
                        .build());
        jwt.sign(new ECDSASigner(key));
        return jwt.serialize();
    }

    String token() throws JOSEException {
        return token("7", Instant.now().plusSeconds(600));
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    Holds holds() {
        return bean(Holds.class);
    }

    int port() {
        return context.getWebServer().getPort();
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port() + path);
    }

    /** Moves the route the way the cutover does: stored first, then the table follows. */
    Route route(Phase phase, Owner owner, long epoch) {
        return route("vehicles", phase, owner, epoch);
    }

    Route route(String api, Phase phase, Owner owner, long epoch) {
        RouteStore store = bean(RouteStore.class);
        Route now = store.load(api).orElseThrow();
        Route next = new Route(api, phase, 0, owner, epoch, now.version() + 1);
        if (!store.compareAndSet(next)) {
            throw new IllegalStateException("somebody else moved the route");
        }
        bean(RouteTables.class).refresh();
        return next;
    }

    long epoch() {
        return epoch("vehicles");
    }

    long epoch(String api) {
        return bean(RouteStore.class).load(api).orElseThrow().epoch();
    }

    HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        return send("GET", path, null, headers);
    }

    HttpResponse<String> send(String method, String path, String body, String... headers)
            throws IOException, InterruptedException {
        return http.send(request(method, path, body, headers), HttpResponse.BodyHandlers.ofString());
    }

    CompletableFuture<HttpResponse<String>> sendAsync(String method, String path, String body, String... headers) {
        return http.sendAsync(request(method, path, body, headers), HttpResponse.BodyHandlers.ofString());
    }

    HttpRequest request(String method, String path, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path))
                .timeout(Duration.ofSeconds(60))
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return request.build();
    }

    /** Sends bytes as they are and returns everything that comes back; the request has to ask for the connection's end. */
    String raw(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    /** Both backends answer 200 again and have forgotten everything; the key set stays published. */
    void reset() {
        legacy.forget();
        service.forget();
        legacy.answers(asked -> asked.uri().equals("/jwks")
                ? StandIn.Answer.of(200, jwks(), "Content-Type", "application/json")
                : StandIn.Answer.of(200, "legacy"));
        service.answers(asked -> StandIn.Answer.of(200, "service"));
    }

    /** Stops the facade the way SIGTERM does; the backends and the database stay. */
    void shutDown() {
        context.close();
    }

    @Override
    public void close() throws IOException {
        context.close();
        if (!first) {
            return;
        }
        legacy.close();
        service.close();
        if (postgres != null) {
            postgres.close();
        }
    }
}
