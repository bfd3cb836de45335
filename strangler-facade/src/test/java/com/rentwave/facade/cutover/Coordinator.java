package com.rentwave.facade.cutover;

import com.rentwave.facade.backend.Backends;
import com.rentwave.facade.backend.RunningBuild;
import com.rentwave.facade.canary.CanaryEvidence;
import com.rentwave.facade.contract.Verification;
import com.rentwave.facade.contract.Verifications;
import com.rentwave.facade.hold.HoldSettings;
import com.rentwave.facade.route.Route;
import com.rentwave.facade.route.RouteStore;
import com.rentwave.facade.shadow.ShadowEvidence;
import com.rentwave.facade.stream.Streams;
import com.rentwave.sync.Side;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;

/**
 * The coordinating half of a facade as it is wired in the product, over three real databases, with stand-ins for the
 * processes it asks. Moves are worked on only when a test says so.
 */
public final class Coordinator implements AutoCloseable {

    public static final String PACT =
            "{\"consumer\":{\"name\":\"rentwave-web\"},\"provider\":{\"name\":\"vehicles\"},\"interactions\":[]}";

    private static final String SECOND_PACT = PACT.replace(TwoSides.API, TwoSides.SECOND);

    /** Who orders the moves of tests. */
    public static final OrderedBy OPERATOR = OrderedBy.operator("bearer token", "Änne O'Neill");

    /** Who must have a pact. */
    public static final String CONSUMERS = "vehicles=rentwave-web";

    public final TwoSides sides;
    public final FakeStreams streams;
    public final FakeBackends backends;
    public final FakeEvidence evidence;
    public final FakeCanaries canaries;
    public final Path pacts;
    private final ConfigurableApplicationContext context;

    /** The coordinating packages; without the thread that looks for moves by itself. */
    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        DataSourceTransactionManagerAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        JdbcClientAutoConfiguration.class,
        FlywayAutoConfiguration.class,
        JacksonAutoConfiguration.class,
        ValidationAutoConfiguration.class
    })
    @ComponentScan(
            basePackages = {
                "com.rentwave.facade.route",
                "com.rentwave.facade.hold",
                "com.rentwave.facade.ownership",
                "com.rentwave.facade.contract",
                "com.rentwave.facade.gate",
                "com.rentwave.facade.certificate",
                "com.rentwave.facade.cutover"
            },
            excludeFilters = @ComponentScan.Filter(type = FilterType.ASSIGNABLE_TYPE, classes = CutoverWatch.class))
    @ConfigurationPropertiesScan({
        "com.rentwave.facade.api",
        "com.rentwave.facade.ownership",
        "com.rentwave.facade.gate",
        "com.rentwave.facade.certificate",
        "com.rentwave.facade.cutover"
    })
    @EnableConfigurationProperties(HoldSettings.class)
    static class CoordinatingHalf {
        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }
    }

    public Coordinator() {
        this(new TwoSides(), new FakeStreams(), new FakeBackends(), new FakeEvidence(), new FakeCanaries());
    }

    /** Over two APIs that move. */
    public static Coordinator ofTwoApis() {
        return new Coordinator(
                TwoSides.ofTwoApis(), new FakeStreams(), new FakeBackends(), new FakeEvidence(), new FakeCanaries());
    }

    /** Over databases that another coordinator has made ready, with stand-ins of its own. */
    static Coordinator over(TwoSides sides) {
        return new Coordinator(
                sides,
                new FakeStreams(),
                new FakeBackends(),
                new FakeEvidence(),
                new FakeCanaries(),
                "--spring.flyway.enabled=false");
    }

    /** A second facade over the same databases and processes. */
    public Coordinator(Coordinator other) {
        this(other.sides, other.streams, other.backends, other.evidence, other.canaries);
    }

    private Coordinator(
            TwoSides sides,
            FakeStreams streams,
            FakeBackends backends,
            FakeEvidence evidence,
            FakeCanaries canaries,
            String... settings) {
        this.sides = sides;
        this.streams = streams;
        this.backends = backends;
        this.evidence = evidence;
        this.canaries = canaries;
        try {
            this.pacts = Files.createTempDirectory("pacts");
            Files.writeString(pacts.resolve("rentwave-web.json"), PACT);
            Files.writeString(pacts.resolve("consumers.properties"), CONSUMERS + "\nrentals=rentwave-web");
            Files.writeString(pacts.resolve("rentwave-web-rentals.json"), SECOND_PACT);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        List<String> arguments = new ArrayList<>(List.of(
                "--spring.cloud.gateway.server.webflux.enabled=false",
                "--spring.datasource.url=" + sides.migrationUrl(),
                "--spring.datasource.username=rentwave_coordinator",
                "--spring.datasource.password=",
                "--rentwave.cutover.legacy-database-url=" + sides.url(Side.LEGACY),
                "--rentwave.apis.vehicles.database-url=" + sides.url(Side.SERVICE),
                "--rentwave.cutover.pacts-folder=" + pacts,
                "--rentwave.cutover.lease=400ms",
                "--rentwave.cutover.drain-limit=4s",
                "--rentwave.cutover.gate-patience=0ms",
                "--rentwave.cutover.retry-pause=10ms",
                "--rentwave.cutover.patience=200ms",
                "--rentwave.cutover.verify-limit=500ms",
                "--rentwave.cutover.gates.soak=0s",
                "--rentwave.cutover.gates.barrier-limit=4s"));
        if (sides.hasSecond()) {
            arguments.add("--rentwave.apis.rentals.uri=http://127.0.0.1:9");
            arguments.add("--rentwave.apis.rentals.database-url=" + sides.url(TwoSides.SECOND, Side.SERVICE));
        }
        arguments.addAll(List.of(settings));
        context = new SpringApplicationBuilder(CoordinatingHalf.class)
                .web(WebApplicationType.NONE)
                .initializers(created -> {
                    created.getBeanFactory().registerSingleton("streams", (Streams) streams);
                    created.getBeanFactory().registerSingleton("backends", (Backends) backends);
                    created.getBeanFactory().registerSingleton("evidence", (ShadowEvidence) evidence);
                    created.getBeanFactory().registerSingleton("canaries", (CanaryEvidence) canaries);
                })
                .run(arguments.toArray(String[]::new));
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public Cutovers cutovers() {
        return bean(Cutovers.class);
    }

    public Route route() {
        return route(TwoSides.API);
    }

    Route route(String api) {
        return bean(RouteStore.class).load(api).orElseThrow();
    }

    /** Everything is verified that the contracts gate asks for. */
    public Coordinator verified() {
        backends.builds.values().forEach(build -> verified(build, PACT));
        if (sides.hasSecond()) {
            verified(backends.builds.get(Side.LEGACY), SECOND_PACT);
            verified(FakeBackends.SECOND, SECOND_PACT);
        }
        return this;
    }

    private void verified(RunningBuild build, String pact) {
        bean(Verifications.class)
                .add(new Verification(
                        "rentwave-web", build.component(), build.build(), hash(pact), true, Instant.now(), List.of()));
    }

    /** A coordinator of its own, with its own lease, whose operations a test may tamper with. */
    public CutoverRunner runner(UnaryOperator<Operation> tamper) {
        return runner(UnaryOperator.identity(), tamper);
    }

    /** One whose stored moves a test may tamper with, too. */
    CutoverRunner runner(UnaryOperator<Cutovers> stored, UnaryOperator<Operation> tamper) {
        return new CutoverRunner(
                stored.apply(cutovers()),
                operations().stream().map(tamper).toList(),
                bean(FlipHolds.class),
                bean(CutoverSettings.class));
    }

    /** One before whose operation of that step something happens, each time it is tried. */
    public CutoverRunner runnerWith(CutoverStep step, Runnable event) {
        return runner(
                operation -> operation.step() == step ? Tampered.before(operation, at -> event.run()) : operation);
    }

    public Collection<Operation> operations() {
        return context.getBeansOfType(Operation.class).values();
    }

    public CutoverRunner runner() {
        return runner(UnaryOperator.identity());
    }

    /** Orders a move from where the route stands. */
    public long order(CutoverPhase to) {
        return ask(TwoSides.API, to).orElseThrow();
    }

    /** Orders a move from where the API's route stands; empty while another one runs. */
    OptionalLong ask(String api, CutoverPhase to) {
        CutoverPhase from = CutoverPhase.valueOf(route(api).phase().name());
        return cutovers().ask(api, from, to, OPERATOR);
    }

    /** Orders a move and carries it out. */
    public Cutover move(CutoverPhase to) throws InterruptedException {
        return move(TwoSides.API, to);
    }

    Cutover move(String api, CutoverPhase to) throws InterruptedException {
        long id = ask(api, to).orElseThrow();
        runner().work();
        return cutovers().find(id).orElseThrow();
    }

    public static String hash(String pact) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(pact.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
