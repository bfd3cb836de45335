package com.rentwave.platform;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * RentWave on this machine, around one data folder. {@link #start} brings everything up and {@link #close} takes down
 * what it brought up; {@link #open} looks at one that was started before, and its {@code close} changes nothing.
 */
public final class Platform implements AutoCloseable {

    private final Site site;
    private final Map<PartName, ProcessPart> parts;
    private final Map<String, Duration> startTimes;
    private final boolean ours;
    private final AtomicBoolean closed = new AtomicBoolean();

    private Platform(Site site, Map<PartName, ProcessPart> parts, Map<String, Duration> startTimes, boolean ours) {
        this.site = site;
        this.parts = parts;
        this.startTimes = startTimes;
        this.ours = ours;
    }

    /** The folder used when nobody chooses one: {@code .rentwave} in the project folder. */
    public static Path defaultDataFolder() {
        return Artefacts.projectFolder().resolve(".rentwave");
    }

    /** Where the project is checked out and built, whether anything runs or not. */
    public static Path project() {
        return Artefacts.projectFolder();
    }

    /** Starts what does not run yet, and returns when all parts are healthy. */
    public static Platform start(PlatformSettings settings) {
        return start(settings, Progress.silent());
    }

    /** As {@link #start(PlatformSettings)}, telling what happens. */
    public static Platform start(PlatformSettings settings, Progress progress) {
        DataFolder folder = DataFolder.at(settings.dataFolder());
        Artefacts artefacts = new Artefacts(Artefacts.projectFolder());
        artefacts.check();
        folder.prepare();
        try (UpLock lock = UpLock.of(folder)) {
            Ports ports = choosePorts(folder, settings.ports(), artefacts);
            MovableClock clock = chooseClock(folder, ports, settings, artefacts, progress);
            PlatformState.with(ports, clock).write(folder);
            Site site = new Site(folder, ports, Secrets.in(folder), artefacts, clock);
            Map<PartName, ProcessPart> parts = partsOf(site);
            FirstUsers users = new FirstUsers(publicUri(ports), site.secrets());
            RetiredApis retired = new RetiredApis(site);
            Map<String, Duration> times = new Startup(parts, progress).run(() -> {
                retired.awaitOwners();
                users.ensure();
            });
            return new Platform(site, parts, times, true);
        }
    }

    private static Ports choosePorts(DataFolder folder, Optional<Ports> wanted, Artefacts artefacts) {
        Optional<Ports> remembered = PlatformState.read(folder).map(PlatformState::ports);
        Ports ports = wanted.or(() -> remembered).orElseGet(Ports::defaults);
        if (remembered.isPresent() && !remembered.get().equals(ports)) {
            List<String> alive =
                    partsOf(new Site(folder, remembered.get(), Secrets.in(folder), artefacts)).values().stream()
                            .filter(Part::isAlive)
                            .map(Part::name)
                            .toList();
            if (!alive.isEmpty()) {
                throw new PlatformException("The RentWave in " + folder.path() + " runs on other ports (public "
                        + remembered.get().facade() + "): " + String.join(", ", alive)
                        + ". Nothing was changed. Stop it first with: rentwave down");
            }
        }
        return ports;
    }

    private static MovableClock chooseClock(
            DataFolder folder, Ports ports, PlatformSettings settings, Artefacts artefacts, Progress progress) {
        boolean running = partsOf(new Site(folder, ports, Secrets.in(folder), artefacts)).values().stream()
                .anyMatch(Part::isAlive);
        ClockChoice choice = ClockChoice.of(
                MovableClock.toldBy(System.getenv()),
                PlatformState.read(folder).filter(state -> running).map(PlatformState::clock),
                settings.mayChangeClock());
        choice.note().ifPresent(progress::note);
        return choice.clock();
    }

    /** A platform that was started before, from the state in its data folder; it may run or not. */
    public static Platform open(Path dataFolder) {
        DataFolder folder = DataFolder.at(dataFolder);
        PlatformState state = PlatformState.read(folder)
                .orElseThrow(() -> new PlatformException("There is no RentWave in " + folder.path()
                        + ". Start one with: rentwave up, or say where it is with --data DIR."));
        Site site = new Site(
                folder, state.ports(), Secrets.in(folder), new Artefacts(Artefacts.projectFolder()), state.clock());
        return new Platform(site, partsOf(site), Map.of(), false);
    }

    private static Map<PartName, ProcessPart> partsOf(Site site) {
        Map<PartName, ProcessPart> parts = new EnumMap<>(PartName.class);
        parts.put(PartName.POSTGRESQL, new PostgresServer(site));
        parts.put(PartName.KAFKA, new KafkaBroker(site));
        parts.put(PartName.MONOLITH, Monolith.of(site));
        parts.put(PartName.VEHICLE_SERVICE, ExtractedService.of(ExtractedService.Kind.VEHICLES, site));
        parts.put(PartName.RENTAL_SERVICE, ExtractedService.of(ExtractedService.Kind.RENTALS, site));
        parts.put(PartName.CDC, new Cdc(site));
        parts.put(PartName.FACADE, new Facade(site));
        return parts;
    }

    private static URI publicUri(Ports ports) {
        return URI.create("http://127.0.0.1:" + ports.facade());
    }

    /** The one public address. */
    public URI uri() {
        return publicUri(site.ports());
    }

    /** The operator's address. */
    public URI consoleUri() {
        return URI.create("http://127.0.0.1:" + site.ports().console());
    }

    /** The address of a part itself, around the facade: for tests and verifications. */
    public URI uriOf(PartName part) {
        return URI.create("http://127.0.0.1:" + site.ports().of(part));
    }

    /** The own addresses of the parts that judge rentals by a clock: both sides of that API. */
    public List<URI> clocksOfRentals() {
        return List.of(uriOf(PartName.MONOLITH), uriOf(PartName.RENTAL_SERVICE));
    }

    /** The bearer token of the operator API. */
    public String operatorToken() {
        return site.secrets().operatorToken();
    }

    /** The bearer token of the internal API of cdc. */
    public String internalToken() {
        return site.secrets().internalToken();
    }

    /** Somebody to look around as. */
    public Login demoLogin() {
        return FirstUsers.demo(site.secrets());
    }

    /** Somebody who may see everything that happened. */
    public Login administratorLogin() {
        return FirstUsers.administrator(site.secrets());
    }

    /** The password of everybody whom the seed makes. */
    public String seedPassword() {
        return site.secrets().seedPassword();
    }

    /** Where everything is kept. */
    public Path dataFolder() {
        return site.folder().path();
    }

    /** Where the project is checked out and built. */
    public Path projectFolder() {
        return site.artefacts().project();
    }

    public Ports ports() {
        return site.ports();
    }

    /** Kafka's address. */
    public String kafkaBootstrapServers() {
        return "127.0.0.1:" + site.ports().kafka();
    }

    /** A database ({@code legacy}, {@code vehicle_service}, {@code rental_service}, {@code migration}) as the superuser. */
    public JdbcSettings jdbc(String database) {
        return jdbc(database, PostgresServer.SUPERUSER);
    }

    /** A database as one of its roles. */
    public JdbcSettings jdbc(String database, String role) {
        return site.jdbc(database, role);
    }

    /** All parts, in the order in which they start. */
    public List<Part> parts() {
        return List.copyOf(parts.values());
    }

    /** One part, by the name people type. */
    public Part part(String name) {
        return part(PartName.of(name));
    }

    public Part part(PartName name) {
        return parts.get(name);
    }

    /** The log file of a part. */
    public Path logOf(PartName name) {
        return site.folder().logFile(name.text());
    }

    /** How long each part took that this start started; those that ran already are not in it. */
    public Map<String, Duration> startTimes() {
        return startTimes;
    }

    /** Starts one part, which must find what it needs running; stops it again if it does not become healthy. */
    public Duration start(PartName name, Progress progress) {
        site.folder().prepare();
        try (UpLock lock = UpLock.of(site.folder())) {
            Map<PartName, ProcessPart> one = new EnumMap<>(Map.of(name, parts.get(name)));
            return new Startup(one, progress).run(() -> {}).getOrDefault(name.text(), Duration.ZERO);
        }
    }

    /** Stops one part. */
    public Duration stop(PartName name, Progress progress) {
        try (UpLock lock = UpLock.of(site.folder())) {
            return parts.get(name).stop(progress::note);
        }
    }

    /** Stops all parts in order. @return whether anything ran */
    public boolean stop(Progress progress) {
        try (UpLock lock = UpLock.of(site.folder())) {
            boolean ran = new Shutdown(parts, progress).run();
            ScratchProviders.endLeft(site);
            boolean strays = Strays.of(site.folder()).end(progress::note);
            return ran || strays;
        }
    }

    /** A second monolith, the services and cdc from the same build, with a database server and a Kafka of their own. */
    public ScratchProviders scratchProviders() {
        return ScratchProviders.beside(site);
    }

    @Override
    public void close() {
        if (ours && closed.compareAndSet(false, true)) {
            stop(Progress.silent());
        }
    }
}
