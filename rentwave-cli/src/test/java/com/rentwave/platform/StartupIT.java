package com.rentwave.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartupIT {

    @TempDir
    Path folder;

    private final List<String> notes = Collections.synchronizedList(new ArrayList<>());
    private final List<String> events = Collections.synchronizedList(new ArrayList<>());
    private final Map<PartName, ProcessPart> parts = new EnumMap<>(PartName.class);
    private ScriptedPart postgresql;
    private ScriptedPart kafka;
    private ScriptedPart cdc;
    private ScriptedPart facade;

    @BeforeEach
    void prepareParts() {
        Site site = TestSite.in(folder);
        postgresql = new ScriptedPart(site, PartName.POSTGRESQL);
        kafka = new ScriptedPart(site, PartName.KAFKA);
        cdc = new ScriptedPart(site, PartName.CDC);
        facade = new ScriptedPart(site, PartName.FACADE);
        parts.put(PartName.POSTGRESQL, postgresql);
        parts.put(PartName.KAFKA, kafka);
        parts.put(PartName.CDC, cdc);
        parts.put(PartName.FACADE, facade);
    }

    @AfterEach
    void stopParts() {
        parts.values().forEach(ProcessPart::kill);
    }

    @Test
    void startsAPartOnlyWhenWhatItNeedsIsHealthy() {
        AtomicBoolean stores = new AtomicBoolean();
        postgresql.withHealth(() -> stores.get() ? Health.healthy() : Health.unhealthy("not yet"));
        kafka.withHealth(() -> {
            assertThat(cdc.isAlive()).isFalse();
            stores.set(true);
            return Health.healthy();
        });

        start();

        assertThat(parts.values()).allMatch(ProcessPart::isAlive);
        assertThat(events)
                .hasSize(4)
                .containsSubsequence("started postgresql", "started facade")
                .containsSubsequence("started postgresql", "started cdc")
                .containsSubsequence("started kafka", "started cdc");
    }

    @Test
    void leavesAloneWhatRunsAndIsHealthy() {
        start();
        List<OptionalLong> before = pids();
        events.clear();

        start();

        assertThat(pids()).isEqualTo(before);
        assertThat(events).hasSize(4).allMatch(event -> event.startsWith("left alone"));
        assertThat(notes).isEmpty();
    }

    @Test
    void healsAHalfDeadRunAndSaysSo() {
        start();
        OptionalLong kept = postgresql.pid();
        kafka.kill();
        cdc.kill();

        start();

        assertThat(notes)
                .containsExactly("An earlier run is half dead: kafka, cdc ended without being stopped; still there:"
                        + " postgresql, facade. What is missing is started again; the data is kept.");
        assertThat(parts.values()).allMatch(ProcessPart::isAlive);
        assertThat(postgresql.pid()).isEqualTo(kept);
    }

    @Test
    void startsAgainWhatRunsWithoutBeingHealthy() {
        start();
        OptionalLong sick = facade.pid();
        facade.withHealth(
                () -> facade.pid().equals(sick) ? Health.unhealthy("the pool is exhausted") : Health.healthy());

        start();

        assertThat(facade.pid()).isNotEqualTo(sick);
        assertThat(notes)
                .containsExactly("The running facade is not healthy (the pool is exhausted); it is started again.");
    }

    @Test
    void startsAgainWhatRunsWithOtherSettings() {
        start();
        OptionalLong outdated = facade.pid();
        facade.running("exec sleep 301");

        start();

        assertThat(facade.pid()).isNotEqualTo(outdated);
        assertThat(notes).singleElement().asString().contains("facade is of another build or has other settings");
    }

    @Test
    void stopsEverythingItStartedWhenAPartDiesWhileStarting() {
        kafka.start();
        facade.running("echo 'no such table: route'; exit 3")
                .withHealth(() -> Health.unhealthy("it reads its routes first"));

        assertThatThrownBy(this::start)
                .isInstanceOf(PlatformException.class)
                .hasMessageContaining("facade ended while it was starting")
                .hasMessageContaining("no such table: route")
                .hasMessageContaining("stopped again; the data is kept");

        assertThat(postgresql.isAlive()).isFalse();
        assertThat(cdc.isAlive()).isFalse();
        assertThat(facade.isAlive()).isFalse();
        assertThat(kafka.isAlive()).as("what ran before").isTrue();
    }

    @Test
    void refusesATakenPortBeforeAnythingIsStarted() throws Exception {
        try (ServerSocket taken = new ServerSocket(facade.port(), 1, InetAddress.getByName("127.0.0.1"))) {
            assertThatThrownBy(this::start)
                    .isInstanceOf(PlatformException.class)
                    .hasMessageContaining("Port " + taken.getLocalPort() + ", which facade needs, is taken");
        }
        assertThat(parts.values()).noneMatch(ProcessPart::isAlive);
        assertThat(events).isEmpty();
    }

    @Test
    void killsWhatDoesNotEndWhenAsked() {
        facade.running("trap '' TERM; echo deaf; while true; do sleep 0.1; done")
                .withHealth(() ->
                        facade.log().tail(1).contains("deaf") ? Health.healthy() : Health.unhealthy("still hears"));
        start();

        facade.stop(notes::add);

        assertThat(facade.isAlive()).isFalse();
        assertThat(notes).singleElement().asString().contains("did not end within 2 s and was killed");
    }

    private void start() {
        new Startup(parts, new Recorder(), Duration.ofMillis(500)).run(() -> {});
    }

    private List<OptionalLong> pids() {
        return parts.values().stream().map(Part::pid).toList();
    }

    private final class Recorder implements Progress {

        @Override
        public void started(Part part, Duration took) {
            events.add("started " + part.name());
        }

        @Override
        public void leftAlone(Part part) {
            events.add("left alone " + part.name());
        }

        @Override
        public void note(String sentence) {
            notes.add(sentence);
        }
    }
}
