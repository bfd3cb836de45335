package com.rentwave.workload.contracts;

import com.rentwave.platform.JdbcSettings;
import com.rentwave.platform.Platform;
import com.rentwave.platform.ScratchProviders;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.function.Consumer;

/**
 * Verifies every pact against a monolith, the services and a cdc of the running build, with databases and topics of their
 * own, and puts the results into the facade's record. Takes about a minute and leaves nothing behind.
 */
public final class ContractVerification {

    private static final String MAIN = "com.rentwave.contracts.VerifyContracts";

    private final Platform platform;
    private final ContractProgram program;
    private final Consumer<String> tell;

    /** @param tell hears each line of the verification */
    public ContractVerification(Platform platform, Consumer<String> tell) {
        this.platform = platform;
        this.program = new ContractProgram(platform.projectFolder());
        this.tell = tell;
    }

    /** Whether every pact is kept by all who have to. */
    public boolean run() throws IOException, InterruptedException {
        tell.accept("Starting a monolith and the services of the running build aside ...");
        try (ScratchProviders providers = platform.scratchProviders()) {
            boolean legacy = verify(providers, "legacy-monolith", providers.monolith(), providers.monolithDatabase());
            boolean vehicles = verify(
                    providers, "vehicle-service", providers.vehicleService(), providers.vehicleServiceDatabase());
            boolean rentals =
                    verify(providers, "rental-service", providers.rentalService(), providers.rentalServiceDatabase());
            return legacy && vehicles && rentals;
        }
    }

    private boolean verify(ScratchProviders providers, String provider, URI base, JdbcSettings database)
            throws IOException, InterruptedException {
        Path token = secretFile(platform.operatorToken());
        Path internalToken = secretFile(providers.internalToken());
        Path password = secretFile(database.password());
        try {
            List<String> words = List.of(
                    "--pacts",
                    program.pacts().toString(),
                    "--provider",
                    provider,
                    "--url",
                    base.toString(),
                    "--auth-url",
                    providers.monolith().toString(),
                    "--vehicles-url",
                    providers.vehicleService().toString(),
                    "--database",
                    database.url(),
                    "--database-user",
                    database.user(),
                    "--database-password-file",
                    password.toString(),
                    "--kafka",
                    providers.kafkaBootstrapServers(),
                    "--cdc-url",
                    providers.cdc().toString(),
                    "--cdc-token-file",
                    internalToken.toString(),
                    "--internal-token-file",
                    internalToken.toString(),
                    "--record-to",
                    platform.consoleUri().toString(),
                    "--token-file",
                    token.toString());
            return program.run(MAIN, words, this::tellPeople) == 0;
        } finally {
            for (Path file : List.of(token, internalToken, password)) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** Each result also comes as a line of JSON, for programs. */
    private void tellPeople(String line) {
        if (!line.startsWith("{")) {
            tell.accept(line);
        }
    }

    private Path secretFile(String secret) throws IOException {
        Path folder = platform.dataFolder();
        Path file = Files.getFileStore(folder).supportsFileAttributeView("posix")
                ? Files.createTempFile(
                        folder,
                        "secret",
                        "",
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))
                : Files.createTempFile(folder, "secret", "");
        return Files.writeString(file, secret);
    }
}
