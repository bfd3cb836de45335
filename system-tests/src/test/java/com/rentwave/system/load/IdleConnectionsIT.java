package com.rentwave.system.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.rentwave.platform.ScratchFacade;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Many people who have the site open and do nothing, and many who listen for notifications: the facade, as {@code rentwave
 * up} starts it, keeps all their connections in little memory and answers as before. In a soak these are 10,000 and 1,000.
 */
@EnabledOnOs(value = OS.LINUX, disabledReason = "the memory is read from /proc, and clients have several addresses")
class IdleConnectionsIT {

    private static final boolean SOAK = Boolean.getBoolean("rentwave.soak");
    private static final int IDLE = SOAK ? 10_000 : 1_000;
    private static final int STREAMS = SOAK ? 1_000 : 200;
    private static final long MOST_KILOBYTES = 512 * 1024;
    private static final String THING = "/api/vehicles/1";
    private static final String STREAM = "/api/notifications/stream";

    private final List<KeptConnection> idle = new ArrayList<>();
    private final List<KeptConnection> streams = new ArrayList<>();

    @Test
    void keepsThousandsOfConnectionsInHalfAGigabyte(@TempDir Path folder) throws Exception {
        try (ScratchFacade facade = ScratchFacade.in(folder.resolve("facade"));
                EventBackend backend = new EventBackend(facade.backendPort())) {
            try {
                long before = residentKilobytes(facade);
                open(facade);
                await("all streams are open")
                        .atMost(Duration.ofSeconds(30))
                        .until(backend::streams, open -> open == STREAMS);
                hears(backend, "first");

                assertThat(established(facade)).isGreaterThanOrEqualTo(IDLE + STREAMS);
                long after = residentKilobytes(facade);
                keep(before, after);
                assertThat(after).as("resident memory of the facade, in kB").isLessThan(MOST_KILOBYTES);
                for (KeptConnection one : idle) {
                    assertThat(one.get(THING)).isEqualTo(200);
                }
                hears(backend, "second");
                long atTheEnd = residentKilobytes(facade);
                assertThat(atTheEnd)
                        .as("resident memory after an answer to each, in kB")
                        .isLessThan(MOST_KILOBYTES);
            } finally {
                close();
            }
        }
    }

    private void open(ScratchFacade facade) throws IOException {
        for (int i = 0; i < STREAMS; i++) {
            KeptConnection stream = new KeptConnection(facade.uri(), i);
            streams.add(stream);
            stream.listen(STREAM);
        }
        for (int i = 0; i < IDLE; i++) {
            KeptConnection one = new KeptConnection(facade.uri(), i);
            idle.add(one);
            assertThat(one.get(THING)).isEqualTo(200);
        }
    }

    private void hears(EventBackend backend, String event) throws IOException {
        backend.tell(event);
        for (KeptConnection stream : streams) {
            stream.awaitEvent(event);
        }
    }

    private void close() throws IOException {
        for (KeptConnection one : idle) {
            one.close();
        }
        for (KeptConnection stream : streams) {
            stream.close();
        }
    }

    private static long residentKilobytes(ScratchFacade facade) throws IOException {
        Path status = Path.of("/proc", Long.toString(facade.process().pid()), "status");
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow();
    }

    /** The connections to the facade's public port that are open at its end. */
    private static long established(ScratchFacade facade) throws IOException {
        String port = String.format(":%04X", facade.uri().getPort());
        List<String> sockets = new ArrayList<>(Files.readAllLines(Path.of("/proc/net/tcp")));
        sockets.addAll(Files.readAllLines(Path.of("/proc/net/tcp6")));
        return sockets.stream()
                .map(line -> line.strip().split("\\s+"))
                .filter(columns -> columns[1].endsWith(port) && columns[3].equals("01"))
                .count();
    }

    private static void keep(long before, long after) throws IOException {
        Files.writeString(
                Path.of("target", "idle-connections.json"),
                "{\"idle\":" + IDLE + ",\"streams\":" + STREAMS + ",\"residentKilobytesBefore\":" + before
                        + ",\"residentKilobytes\":" + after + "}\n");
    }
}
