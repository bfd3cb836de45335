package com.rentwave.facade.console;

import com.rentwave.facade.cutover.Coordinator;
import com.rentwave.facade.cutover.FakeBackends;
import com.rentwave.facade.cutover.FakeEvidence;
import com.rentwave.facade.cutover.FakeStreams;
import com.rentwave.facade.cutover.StandInStream;
import com.rentwave.facade.cutover.TwoSides;
import com.rentwave.sync.Side;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.web.server.reactive.context.ReactiveWebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Primary;

/** The whole facade as it is started in the product, with stand-ins for the processes its coordinator asks. */
final class ConsoleFacade implements AutoCloseable {

    static final String OPERATOR = "let me in";
    static final String VIEWER = "let me look";

    private static final FakeStreams STREAMS = new FakeStreams();
    private static final FakeBackends BACKENDS = new FakeBackends();

    final TwoSides sides = new TwoSides();
    final ReactiveWebServerApplicationContext context;
    private final StandInStream forward = new StandInStream(sides, Side.LEGACY);
    private final StandInStream reverse = new StandInStream(sides, Side.SERVICE);

    /** Everything the product starts, but for the processes the coordinator asks. */
    @EnableAutoConfiguration
    @ConfigurationPropertiesScan("com.rentwave.facade")
    @ComponentScan(
            basePackages = "com.rentwave.facade",
            excludeFilters =
                    @ComponentScan.Filter(type = FilterType.ANNOTATION, classes = SpringBootConfiguration.class))
    static class WithoutProcesses {
        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }

        @Bean
        @Primary
        FakeStreams fakeStreams() {
            return STREAMS;
        }

        @Bean
        @Primary
        FakeBackends fakeBackends() {
            return BACKENDS;
        }

        @Bean
        @Primary
        FakeEvidence fakeEvidence() {
            return new FakeEvidence();
        }
    }

    /** @param settings {@code --key=value}, besides those given here */
    ConsoleFacade(String... settings) throws IOException {
        Path pacts = Files.createTempDirectory("pacts");
        Files.writeString(pacts.resolve("rentwave-web-vehicles.json"), Coordinator.PACT);
        Files.writeString(pacts.resolve("consumers.properties"), Coordinator.CONSUMERS);
        List<String> all = new ArrayList<>(List.of(
                "--server.port=0",
                "--rentwave.console.port=0",
                "--rentwave.console.operator-token=" + OPERATOR,
                "--rentwave.console.viewer-token=" + VIEWER,
                "--spring.datasource.url=" + sides.migrationUrl(),
                "--rentwave.cutover.legacy-database-url=" + sides.url(Side.LEGACY),
                "--rentwave.apis.vehicles.database-url=" + sides.url(Side.SERVICE),
                "--rentwave.cutover.gate-patience=0ms",
                "--rentwave.cutover.drain-limit=20s",
                "--rentwave.cutover.gates.barrier-limit=20s",
                "--rentwave.cutover.pacts-folder=" + pacts));
        all.addAll(List.of(settings));
        context = (ReactiveWebServerApplicationContext)
                new SpringApplicationBuilder(WithoutProcesses.class).run(all.toArray(String[]::new));
    }

    URI console(String path) {
        return URI.create(
                "http://127.0.0.1:" + context.getBean(ConsoleServer.class).port() + path);
    }

    URI site(String path) {
        return URI.create("http://127.0.0.1:" + context.getWebServer().getPort() + path);
    }

    @Override
    public void close() throws InterruptedException {
        context.close();
        forward.close();
        reverse.close();
    }
}
