package com.rentwave.platform;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A part that is a Spring Boot application with a health address. */
abstract class BootPart extends ProcessPart {

    private final int heapMegabytes;
    private BootApplication application;

    BootPart(Site site, String name, int heapMegabytes) {
        super(site, name);
        this.heapMegabytes = heapMegabytes;
    }

    /** The built jar. */
    abstract Path jar();

    abstract Map<String, String> environment();

    /** Port and path of the health address. */
    abstract Health askHealth();

    @Override
    final Health probe() {
        return askHealth();
    }

    private synchronized BootApplication application() {
        if (application == null) {
            application = BootApplication.of(jar(), site.folder());
        }
        return application;
    }

    @Override
    void prepare() {
        application().unpack();
    }

    @Override
    Launch launch() {
        List<String> more = new ArrayList<>(List.of("-Djava.awt.headless=true", "-XX:-OmitStackTraceInFastThrow"));
        List<String> command = new ArrayList<>(JavaRuntime.command(name(), site.folder(), heapMegabytes, more));
        command.add("-jar");
        command.add(application().runnable().toString());
        return new Launch(
                command, environment(), site.folder().of(name()), application().content());
    }
}
