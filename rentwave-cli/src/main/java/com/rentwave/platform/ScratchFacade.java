package com.rentwave.platform;

import java.net.URI;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A facade of the build that is there, with a database server of its own, in front of whatever listens on the port that
 * it was told: for measurements of the facade alone. {@link #close} removes all of it.
 */
public final class ScratchFacade implements AutoCloseable {

    private static final int HEAP_MEGABYTES = 384;

    private final Site site;
    private final Map<PartName, ProcessPart> parts = new EnumMap<>(PartName.class);

    private ScratchFacade(Site site) {
        this.site = site;
        parts.put(PartName.POSTGRESQL, new PostgresServer(site));
        parts.put(PartName.FACADE, new Facade(site));
    }

    /** Starts it in an empty folder. */
    public static ScratchFacade in(Path folder) {
        Artefacts artefacts = new Artefacts(Artefacts.projectFolder());
        artefacts.facade();
        DataFolder data = DataFolder.at(folder);
        data.prepare();
        Ports ports = Ports.free();
        PlatformState.with(ports).write(data);
        ScratchFacade facade = new ScratchFacade(new Site(data, ports, Secrets.in(data), artefacts));
        try {
            new Startup(facade.parts, Progress.silent()).run(() -> {});
            return facade;
        } catch (RuntimeException e) {
            facade.close();
            throw e;
        }
    }

    /** The public address. */
    public URI uri() {
        return URI.create("http://127.0.0.1:" + site.ports().facade());
    }

    /** Where it believes the monolith to be. */
    public int backendPort() {
        return site.ports().monolith();
    }

    /** The Java command line of the facade, up to the class path: for what is compared with it. */
    public List<String> java() {
        return JavaRuntime.command(
                PartName.FACADE.text(), site.folder(), HEAP_MEGABYTES, List.of("-Djava.awt.headless=true"));
    }

    /** A port that nobody listens on. */
    public static int freePort() {
        return FreePorts.one();
    }

    @Override
    public void close() {
        new Shutdown(parts, Progress.silent()).run();
        Strays.of(site.folder()).end(note -> {});
        Unpacking.delete(site.folder().path());
    }
}
