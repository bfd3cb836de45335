package com.rentwave.system.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.rentwave.platform.PartName;
import com.rentwave.platform.Platform;
import com.rentwave.system.events.EventLogAudit;
import com.rentwave.system.stack.Moves;
import com.rentwave.system.stack.Promises;
import com.rentwave.system.stack.WithRentWave;
import com.rentwave.workload.demo.Demo;
import com.rentwave.workload.demo.DemoReport;
import com.rentwave.workload.demo.DemoSettings;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Every process but PostgreSQL is killed in the middle of a demonstration of every API that moves and started again. Requests to the
 * dead part are sent again by the clients; apart from that the numbers are those of a quiet day.
 */
@WithRentWave
class FaultsIT {

    private static final List<PartName> VICTIMS = List.of(
            PartName.CDC,
            PartName.KAFKA,
            PartName.VEHICLE_SERVICE,
            PartName.RENTAL_SERVICE,
            PartName.FACADE,
            PartName.MONOLITH);

    private static final int FLIPS = Boolean.getBoolean("rentwave.soak") ? 3 : 1;

    @Test
    void killingAnyOneProcessLosesDoublesAndHidesNothing(Platform platform) throws Exception {
        List<String> apis = new Moves(platform).moving();
        DemoSettings settings =
                new DemoSettings(Optional.empty(), 500, apis, FLIPS, Duration.ofSeconds(60), 20, 60, 60);
        try (Saboteur saboteur = new Saboteur(platform, VICTIMS)) {
            Sabotage sabotage = new Sabotage(saboteur, 2 * apis.size() * FLIPS);

            DemoReport report = new Demo(platform, settings, sabotage).run();

            assertThat(sabotage.killedBelowTheLoad()).isEqualTo(VICTIMS);
            Promises.areKept(report);
            assertThat(report.flips())
                    .as("those of each API below the load, and one of rentals while days late are charged")
                    .hasSize(2 * apis.size() * FLIPS + 2);
            new EventLogAudit(platform).everyEventIsThereOnceAndInOrder();
        }
    }
}
