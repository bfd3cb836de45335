package com.rentwave.system.cutover;

import static org.assertj.core.api.Assertions.assertThat;

import com.rentwave.platform.Platform;
import com.rentwave.system.events.EventLogAudit;
import com.rentwave.system.stack.Moves;
import com.rentwave.system.stack.Promises;
import com.rentwave.system.stack.Rows;
import com.rentwave.system.stack.WithRentWave;
import com.rentwave.workload.demo.Demo;
import com.rentwave.workload.demo.DemoListener;
import com.rentwave.workload.demo.DemoReport;
import com.rentwave.workload.demo.DemoSettings;
import com.rentwave.workload.demo.Flip;
import com.rentwave.workload.history.Action.CancelRental;
import com.rentwave.workload.history.Action.ReadRental;
import com.rentwave.workload.history.Action.Rent;
import com.rentwave.workload.history.Action.ReturnRental;
import com.rentwave.workload.history.Operation;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Rentals move to their service and come back while 20 clients rent, return and cancel; then days pass, and they move once
 * more while what was not brought back is charged for. Vehicles are in their service all the time, so that renting asks two
 * services and the monolith's wallet. Judged as {@link VehiclesFlipIT}, and by the event log.
 */
@WithRentWave
class RentalsFlipIT {

    private static final boolean SOAK = Boolean.getBoolean("rentwave.soak");
    private static final int CLIENTS = 20;
    private static final int FLIPS = SOAK ? 10 : 1;
    private static final String OPEN_SAGAS = "SELECT count(*) FROM saga WHERE status NOT IN ('DONE', 'COMPENSATED')";
    private static final Duration LOAD = Duration.ofSeconds(SOAK ? 120 : 20);

    @BeforeAll
    static void vehiclesHaveMoved(Platform platform) throws IOException, InterruptedException {
        new Moves(platform).to("vehicles", "OWNED");
    }

    @AfterAll
    static void goBack(Platform platform) throws IOException, InterruptedException {
        new Moves(platform).takeBack("rentals");
        new Moves(platform).takeBack("vehicles");
    }

    @Test
    void flippingForthAndBackBelowALoadLosesDoublesAndHidesNothing(Platform platform) throws Exception {
        DemoSettings settings =
                new DemoSettings(Optional.empty(), 200, List.of("rentals"), FLIPS, LOAD, CLIENTS, 50, 50);

        Demo demo = new Demo(platform, settings, DemoListener.NONE);

        DemoReport report = demo.run();

        Promises.areKept(report);
        assertThat(demo.operations().stream().map(Operation::client).distinct())
                .as("clients that went on below the load")
                .hasSize(CLIENTS);
        assertThat(demo.operations())
                .<Class<?>>extracting(operation -> operation.action().getClass())
                .contains(Rent.class, ReturnRental.class, CancelRental.class, ReadRental.class);
        assertThat(report.flips())
                .as("those below the load, and one forth and back while days late are charged")
                .extracting(Flip::to)
                .containsExactlyElementsOf(Collections.nCopies(FLIPS + 1, List.of("OWNED", "LEGACY")).stream()
                        .flatMap(List::stream)
                        .toList());
        assertThat(Rows.number(platform.jdbc("legacy"), "SELECT count(*) FROM t_rnt_late"))
                .as("days late that were charged for")
                .isPositive();
        assertThat(Rows.number(platform.jdbc("rental_service"), OPEN_SAGAS)).isZero();
        assertThat(Rows.number(platform.jdbc("legacy"), "SELECT count(*) FROM t_hld WHERE sts_cd = 'H'"))
                .as("money that is still held for a rental")
                .isZero();
        new EventLogAudit(platform).everyEventIsThereOnceAndInOrder();
    }
}
