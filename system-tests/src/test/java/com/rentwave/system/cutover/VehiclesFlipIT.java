package com.rentwave.system.cutover;

import static org.assertj.core.api.Assertions.assertThat;

import com.rentwave.platform.Platform;
import com.rentwave.system.stack.Promises;
import com.rentwave.system.stack.WithRentWave;
import com.rentwave.workload.demo.Demo;
import com.rentwave.workload.demo.DemoListener;
import com.rentwave.workload.demo.DemoReport;
import com.rentwave.workload.demo.DemoSettings;
import com.rentwave.workload.demo.Flip;
import com.rentwave.workload.history.Action.ChangeVehicle;
import com.rentwave.workload.history.Action.CreateVehicle;
import com.rentwave.workload.history.Action.ReadVehicle;
import com.rentwave.workload.history.Operation;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Vehicles move to the service and come back, three times, while 20 clients read, write and rent. Judged by the clients'
 * histories alone, and by a comparison of both databases at the end.
 */
@WithRentWave
class VehiclesFlipIT {

    private static final boolean SOAK = Boolean.getBoolean("rentwave.soak");
    private static final int VEHICLES = SOAK ? 30_000 : 2_000;
    private static final int FLIPS = SOAK ? 25 : 2;
    private static final int CLIENTS = 20;

    @Test
    void flippingForthAndBackBelowALoadLosesDoublesAndHidesNothing(Platform platform) throws Exception {
        DemoSettings settings = new DemoSettings(file(), VEHICLES, FLIPS, Duration.ofSeconds(30), CLIENTS, 100, 100);

        Demo demo = new Demo(platform, settings, DemoListener.NONE);

        DemoReport report = demo.run();

        Promises.areKept(report);
        assertThat(report.compared()).isGreaterThan(VEHICLES);
        assertThat(demo.operations().stream().map(Operation::client).distinct())
                .as("clients that went on below the load")
                .hasSize(CLIENTS);
        assertThat(demo.operations())
                .<Class<?>>extracting(operation -> operation.action().getClass())
                .contains(CreateVehicle.class, ChangeVehicle.class, ReadVehicle.class);
        assertThat(report.flips())
                .extracting(Flip::to)
                .containsExactlyElementsOf(Collections.nCopies(FLIPS, List.of("OWNED", "LEGACY")).stream()
                        .flatMap(List::stream)
                        .toList());
    }

    private static Optional<Path> file() {
        return Optional.ofNullable(System.getProperty("rentwave.vehicles"))
                .filter(name -> !name.isBlank())
                .map(Path::of);
    }
}
