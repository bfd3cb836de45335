package com.rentwave.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessIdentityIT {

    @TempDir
    Path folder;

    private Process process;

    @AfterEach
    void endProcess() {
        if (process != null) {
            process.destroyForcibly();
        }
    }

    @Test
    void recognisesItsProcessAsLongAsItRuns() throws Exception {
        process = new ProcessBuilder("sleep", "60").start();
        ProcessIdentity identity = ProcessIdentity.of(process.pid()).orElseThrow();
        assertThat(identity.isAlive()).isTrue();

        process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);

        assertThat(identity.isAlive()).isFalse();
        assertThat(ProcessIdentity.of(process.pid())).isEmpty();
    }

    @Test
    void isNotTakenInByANamesake() throws IOException {
        process = new ProcessBuilder("sleep", "60").start();
        ProcessIdentity now = ProcessIdentity.of(process.pid()).orElseThrow();
        ProcessIdentity earlier = new ProcessIdentity(process.pid(), now.startMark() + "0");

        assertThat(earlier.isAlive()).isFalse();
        assertThat(earlier.handle()).isEmpty();
    }

    @Test
    void doesNotTrustAPidFileWhoseProcessIsAnotherOne() throws IOException {
        process = new ProcessBuilder("sleep", "60").start();
        PidFile file = new PidFile(folder.resolve("run").resolve("part.json"));
        file.write(new ProcessIdentity(process.pid(), "another boot:1"), 0, "settings");

        assertThat(file.read().orElseThrow().process().isAlive()).isFalse();
        file.write(ProcessIdentity.of(process.pid()).orElseThrow(), 0, "settings");
        assertThat(file.read().orElseThrow().process().isAlive()).isTrue();
    }

    @Test
    void treatsADamagedPidFileLikeNone() throws IOException {
        Path file = Files.writeString(folder.resolve("part.json"), "{\"pid\":");

        assertThat(new PidFile(file).read()).isEmpty();
    }

    @Test
    void startsProcessesInASessionOfTheirOwnWithTheirOutputInTheLog() throws Exception {
        Path log = folder.resolve("part.log");
        process = DetachedProcess.start(
                List.of("sh", "-c", "echo told $WORD; exec sleep 60"), Map.of("WORD", "this"), folder, log);

        Awaitility.await("the first line").untilAsserted(() -> assertThat(log).hasContent("told this"));
        if (DetachedProcess.isOnPath("setsid")) {
            String[] stat = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"))
                    .split(" ");
            assertThat(stat[5]).as("session").isEqualTo(Long.toString(process.pid()));
        }
    }

    @Test
    void keepsTheLogsOfEarlierStarts() throws IOException {
        PartLog log = new PartLog(folder.resolve("logs").resolve("part.log"));
        for (int start = 1; start <= 6; start++) {
            log.rotate();
            Files.writeString(log.file(), "start " + start + "\nlast line\n");
        }

        assertThat(log.tail(1)).containsExactly("last line");
        assertThat(folder.resolve("logs/part.log")).content().startsWith("start 6");
        assertThat(folder.resolve("logs/part.log.3")).content().startsWith("start 3");
        assertThat(folder.resolve("logs/part.log.4")).doesNotExist();
    }
}
