package com.rentwave.platform;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** A part whose process is a small shell script and whose health the test decides. */
final class ScriptedPart extends ProcessPart {

    static final String RUNS = "exec sleep 300";

    private final PartName name;
    private String script = RUNS;
    private Supplier<Health> health = Health::healthy;

    ScriptedPart(Site site, PartName name) {
        super(site, name.text());
        this.name = name;
    }

    ScriptedPart running(String newScript) {
        script = newScript;
        return this;
    }

    ScriptedPart withHealth(Supplier<Health> newHealth) {
        health = newHealth;
        return this;
    }

    @Override
    Launch launch() {
        return new Launch(List.of("sh", "-c", script), Map.of(), site.folder().of(name()), "");
    }

    @Override
    Health probe() {
        return health.get();
    }

    @Override
    List<Integer> ports() {
        return List.of(site.ports().of(name));
    }

    @Override
    Duration startLimit() {
        return Duration.ofSeconds(20);
    }

    @Override
    Duration stopLimit() {
        return Duration.ofSeconds(2);
    }
}
