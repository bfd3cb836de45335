package com.rentwave.platform;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the build left in the modules' target folders. */
record Artefacts(Path project) {

    /** The project folder: said by the launcher, or found from where this class lies, or from the working folder. */
    static Path projectFolder() {
        String told = System.getProperty("rentwave.home");
        if (told != null) {
            return Path.of(told).toAbsolutePath().normalize();
        }
        return Stream.of(codeLocation(), Optional.of(Path.of("")))
                .flatMap(Optional::stream)
                .map(start -> start.toAbsolutePath().normalize())
                .flatMap(start -> Stream.iterate(start, folder -> folder != null, Path::getParent))
                .filter(folder ->
                        Files.isRegularFile(folder.resolve("rentwave-cli").resolve("pom.xml")))
                .findFirst()
                .orElseThrow(() -> new PlatformException(
                        "The RentWave project folder was not found. Start rentwave by the launcher script in it."));
    }

    private static Optional<Path> codeLocation() {
        CodeSource source = Artefacts.class.getProtectionDomain().getCodeSource();
        try {
            return source == null
                    ? Optional.empty()
                    : Optional.of(Path.of(source.getLocation().toURI()));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    String brokerClassPath() {
        Path target = project.resolve("deploy/kafka-broker/target");
        Path jar = jar(PartName.KAFKA, target, "kafka-broker");
        if (!Files.isDirectory(target.resolve("lib"))) {
            throw missing(PartName.KAFKA, target.resolve("lib"));
        }
        return jar + File.pathSeparator + target.resolve("lib").resolve("*");
    }

    /** The provisioned WildFly with the monolith in it. */
    Path monolithServer() {
        Path server = project.resolve("legacy-monolith/target/server");
        if (!Files.isRegularFile(server.resolve("jboss-modules.jar"))) {
            throw missing(PartName.MONOLITH, server);
        }
        return server;
    }

    /** A service that was extracted from the monolith; its module has the part's name. */
    Path service(PartName part) {
        return jar(
                part, project.resolve("extracted-services").resolve(part.text()).resolve("target"), part.text());
    }

    Path cdc() {
        return jar(PartName.CDC, project.resolve("cdc/target"), "cdc");
    }

    Path facade() {
        return jar(PartName.FACADE, project.resolve("strangler-facade/target"), "strangler-facade");
    }

    /** Refuses with one sentence when anything that will be started is not built. */
    void check() {
        brokerClassPath();
        monolithServer();
        service(PartName.VEHICLE_SERVICE);
        service(PartName.RENTAL_SERVICE);
        cdc();
        facade();
    }

    private static Path jar(PartName part, Path target, String artefact) {
        try (Stream<Path> files = Files.isDirectory(target) ? Files.list(target) : Stream.empty()) {
            List<Path> jars = files.filter(file -> file.getFileName().toString().matches(artefact + "-[0-9].*\\.jar"))
                    .filter(file -> !file.getFileName().toString().matches(".*-(sources|javadoc|tests|plain)\\.jar"))
                    .sorted()
                    .toList();
            if (jars.isEmpty()) {
                throw missing(part, target.resolve(artefact + "-*.jar"));
            }
            return jars.get(jars.size() - 1);
        } catch (IOException e) {
            throw new PlatformException("The folder " + target + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static PlatformException missing(PartName part, Path what) {
        return new PlatformException("The part " + part.text() + " is not built: " + what
                + " is not there. Build it with: ./rentwave build");
    }
}
