package com.rentwave.contracts;

import com.rentwave.platform.JdbcSettings;
import com.rentwave.platform.ScratchProviders;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Starts the monolith on WildFly, the services and cdc with real databases and a real Kafka, once for all suites that want
 * them, and stops them when the last one has ended.
 */
final class Scratch implements ParameterResolver {

    static final String MONOLITH = "legacy-monolith";
    static final String VEHICLE_SERVICE = "vehicle-service";
    static final String RENTAL_SERVICE = "rental-service";
    static final List<String> PROVIDERS = List.of(MONOLITH, VEHICLE_SERVICE, RENTAL_SERVICE);
    static final Path PACTS = Path.of("pacts");

    private static final Namespace SHARED = Namespace.create(Scratch.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Running.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot().getStore(SHARED).computeIfAbsent(Running.class, key -> new Running(), Running.class);
    }

    /** The providers, and how to verify pacts against them. */
    static final class Running implements AutoCloseable {

        private final Path folder;
        private final ScratchProviders providers;
        private final Thread hook = new Thread(this::stop);

        Running() {
            System.setProperty("pact_do_not_track", "true");
            try {
                folder = Files.createTempDirectory("rentwave-contracts");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            Runtime.getRuntime().addShutdownHook(hook);
            providers = ScratchProviders.in(folder.resolve("data"));
            try {
                provider(MONOLITH, url(MONOLITH), url(MONOLITH)).prepare(PactFile.in(PACTS));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** Its own address. */
        URI url(String provider) {
            return switch (provider) {
                case VEHICLE_SERVICE -> providers.vehicleService();
                case RENTAL_SERVICE -> providers.rentalService();
                default -> providers.monolith();
            };
        }

        private JdbcSettings database(String provider) {
            return switch (provider) {
                case VEHICLE_SERVICE -> providers.vehicleServiceDatabase();
                case RENTAL_SERVICE -> providers.rentalServiceDatabase();
                default -> providers.monolithDatabase();
            };
        }

        /** Whether the monolith of this build was retired from vehicles before anybody had one: its database says so. */
        boolean vehiclesAreRetired() {
            try (Connection connection = providers.monolithDatabase().connect();
                    Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(
                            "SELECT owner = 'retired' FROM sync.ownership WHERE api = '" + Component.VEHICLES + '\'')) {
                return row.next() && row.getBoolean(1);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        /** The pacts that a provider has to keep. */
        List<PactFile> pacts(String provider) throws IOException {
            boolean lessVehicles = provider.equals(MONOLITH) && vehiclesAreRetired();
            return PactFile.in(PACTS).stream()
                    .filter(new Component(provider)::keeps)
                    .filter(pact -> !lessVehicles || !pact.api().equals(Component.VEHICLES))
                    .toList();
        }

        /** The words of the command line that verifies a provider, asked at an address. */
        String[] words(String provider, URI url, Path pacts) throws IOException {
            JdbcSettings database = database(provider);
            Path password = Files.writeString(folder.resolve("password"), database.password());
            Path token = Files.writeString(folder.resolve("token"), providers.internalToken());
            return new String[] {
                "--pacts", pacts.toString(),
                "--provider", provider,
                "--url", url.toString(),
                "--auth-url", providers.monolith().toString(),
                "--vehicles-url", providers.vehicleService().toString(),
                "--database", database.url(),
                "--database-user", database.user(),
                "--database-password-file", password.toString(),
                "--kafka", providers.kafkaBootstrapServers(),
                "--cdc-url", providers.cdc().toString(),
                "--cdc-token-file", token.toString(),
                "--internal-token-file", token.toString()
            };
        }

        /** What is needed to verify interactions one by one: sent to one address, states built at another. */
        Provider provider(String provider, URI url, URI states) throws IOException {
            return new Provider(new Http(), Arguments.parse(words(provider, url, PACTS)), states);
        }

        /** Runs a verification as the command line does. */
        Outcome verify(String provider, Path pacts, String... more) throws IOException {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ByteArrayOutputStream explanations = new ByteArrayOutputStream();
            List<String> words = new ArrayList<>(List.of(words(provider, url(provider), pacts)));
            words.addAll(List.of(more));
            int status = new VerifyContracts(Clock.systemUTC(), print(out), print(explanations), null)
                    .run(words.toArray(String[]::new));
            return new Outcome(
                    status, out.toString(StandardCharsets.UTF_8), explanations.toString(StandardCharsets.UTF_8));
        }

        private static PrintStream print(ByteArrayOutputStream to) {
            return new PrintStream(to, true, StandardCharsets.UTF_8);
        }

        @Override
        public void close() throws IOException {
            Runtime.getRuntime().removeShutdownHook(hook);
            stop();
            for (String secret : new String[] {"password", "token"}) {
                Files.deleteIfExists(folder.resolve(secret));
            }
            Files.deleteIfExists(folder);
        }

        private void stop() {
            if (providers != null) {
                providers.close();
            }
        }
    }

    /** What a verification has said. */
    record Outcome(int status, String out, String explanations) {}
}
