package com.rentwave.facade.cutover;

import static com.rentwave.facade.cutover.CutoverPhase.LEGACY;
import static com.rentwave.facade.cutover.CutoverPhase.OWNED;
import static com.rentwave.facade.cutover.CutoverPhase.SYNCED;
import static com.rentwave.facade.cutover.TwoSides.API;
import static com.rentwave.facade.cutover.TwoSides.SECOND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.rentwave.facade.gate.GateQuestion;
import com.rentwave.facade.gate.Gates;
import com.rentwave.facade.stream.StreamsState.ApplierState;
import com.rentwave.sync.Side;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** Two APIs move out of one monolith: in any order, there and back, and never two at a time. */
class MovesOfTwoApisIT {

    private final Coordinator coordinator = Coordinator.ofTwoApis().verified();
    private final TwoSides sides = coordinator.sides;
    private final List<StandInStream> streams = new ArrayList<>();

    @BeforeEach
    void stream() {
        for (String api : List.of(API, SECOND)) {
            for (Side side : Side.values()) {
                streams.add(new StandInStream(sides, api, side));
            }
        }
    }

    @AfterEach
    void close() throws InterruptedException {
        for (StandInStream stream : streams) {
            stream.close();
        }
        coordinator.close();
    }

    @Test
    void eachMovesThereAndBackWhereverTheOtherIs() throws Exception {
        move(API, OWNED);
        sides.write(API, Side.SERVICE, 2, "car");
        move(SECOND, OWNED);
        sides.write(SECOND, Side.SERVICE, 2, "rented");

        move(SECOND, LEGACY);
        sides.write(SECOND, Side.LEGACY, 1, "again");
        assertThat(sides.ownership(API, Side.SERVICE)).isEqualTo("service 1");
        move(SECOND, OWNED);
        move(API, LEGACY);
        sides.write(API, Side.LEGACY, 1, "old car");
        assertThat(sides.ownership(SECOND, Side.SERVICE)).isEqualTo("service 3");
        move(SECOND, LEGACY);

        for (Side side : Side.values()) {
            await("every row at " + side).untilAsserted(() -> {
                assertThat(sides.rows(API, side)).isEqualTo("1=old car,2=car");
                assertThat(sides.rows(SECOND, side)).isEqualTo("1=again,2=rented");
            });
        }
        assertThat(sides.ownership(API, Side.LEGACY)).isEqualTo("legacy 2");
        assertThat(sides.ownership(SECOND, Side.LEGACY)).isEqualTo("legacy 4");
    }

    private void move(String api, CutoverPhase to) throws InterruptedException {
        Cutover moved = coordinator.move(api, to);
        assertThat(moved.state()).as("%s to %s: %s", api, to, moved.reason()).isEqualTo(CutoverState.DONE);
    }

    @Test
    void theSecondOfTwoOperatorsIsToldToWait() throws Exception {
        long first = coordinator.ask(API, SYNCED).orElseThrow();

        assertThat(coordinator.ask(SECOND, SYNCED)).isEmpty();
        assertThat(answer("no-other-move", SECOND, new PhaseChange(LEGACY, SYNCED)))
                .usingRecursiveComparison()
                .ignoringFields("millis")
                .isEqualTo(Reason.no("no-other-move", "move " + first + " of vehicles is running"));

        coordinator.runner().work();
        move(SECOND, SYNCED);
    }

    @DisplayName("rule 18: rows from before the sides told their ids apart")
    @Test
    void theNewOwnersIdsBeginBehindThoseOfItsKindThatAreThereAlready() throws Exception {
        JdbcTemplate service = new JdbcTemplate(sides.superuser(SECOND, Side.SERVICE));
        service.execute("GRANT SELECT, UPDATE ON SEQUENCE rental_id TO rentwave_coordinator");
        sides.write(SECOND, Side.LEGACY, 40, "even, from long ago");
        sides.write(SECOND, Side.LEGACY, 43, "odd");

        move(SECOND, OWNED);

        assertThat(service.queryForObject("SELECT nextval('rental_id')", Long.class))
                .isEqualTo(42);
        move(SECOND, LEGACY);
        move(SECOND, OWNED);
        assertThat(service.queryForObject("SELECT nextval('rental_id')", Long.class))
                .isEqualTo(44);
    }

    @DisplayName("rule 26: two coordinators, two operators, one flip at a time")
    @Test
    void flipsOfTwoApisAreSerialised() throws Exception {
        ExecutorService operators = Executors.newFixedThreadPool(2);
        try (Coordinator other = new Coordinator(coordinator)) {
            Callable<Cutover> vehicles = () -> insist(coordinator, API);
            Callable<Cutover> rentals = () -> insist(other, SECOND);

            for (Future<Cutover> moved : operators.invokeAll(List.of(vehicles, rentals))) {
                assertThat(moved.get().state()).as(moved.get().reason()).isEqualTo(CutoverState.DONE);
            }
        } finally {
            operators.shutdownNow();
        }

        assertThat(sides.ownership(API, Side.SERVICE)).isEqualTo("service 1");
        assertThat(sides.ownership(SECOND, Side.SERVICE)).isEqualTo("service 1");
        assertThat(overlapping()).isZero();
    }

    /** Orders the move until it is accepted, and works on whatever runs until it has ended. */
    private static Cutover insist(Coordinator with, String api) {
        OptionalLong[] order = {OptionalLong.empty()};
        await("accepted").atMost(Duration.ofSeconds(60)).until(() -> {
            order[0] = with.ask(api, OWNED);
            return order[0].isPresent();
        });
        CutoverRunner runner = with.runner();
        await("done").atMost(Duration.ofSeconds(60)).until(() -> {
            runner.work();
            return !with.cutovers().find(order[0].getAsLong()).orElseThrow().isRunning();
        });
        return with.cutovers().find(order[0].getAsLong()).orElseThrow();
    }

    private int overlapping() {
        return new JdbcTemplate(sides.migration())
                .queryForObject(
                        "SELECT count(*) FROM cutover a JOIN cutover b ON a.id < b.id"
                                + " AND b.started_at < a.ended_at",
                        Integer.class);
    }

    /** Once vehicles are RETIRED the monolith has nothing of them but its copy, and rentals come back only while it is fed. */
    @Test
    void rentalsComeBackFromRetiredVehiclesOnlyWhileTheCopyIsFed() throws Exception {
        move(API, OWNED);
        move(SECOND, OWNED);
        PhaseChange back = new PhaseChange(OWNED, LEGACY);
        assertThat(answer("order-of-apis", SECOND, back).ok()).isTrue();

        move(API, CutoverPhase.RETIRED);
        coordinator.streams.applier = new ApplierState("FAILED", "a row");
        Cutover refused = coordinator.move(SECOND, LEGACY);
        coordinator.streams.applier = new ApplierState("RUNNING", null);

        assertThat(refused.state()).isEqualTo(CutoverState.REFUSED);
        assertThat(refused.reason())
                .contains(
                        "vehicles is RETIRED, the monolith has nothing of it but its copy to decide about rentals by");
        assertThat(sides.ownership(SECOND, Side.SERVICE)).isEqualTo("service 1");
        move(SECOND, LEGACY);
        assertThat(sides.ownership(SECOND, Side.LEGACY)).isEqualTo("legacy 2");
        assertThat(sides.ownership(API, Side.LEGACY)).isEqualTo("retired 1");
    }

    private Reason answer(String gate, String api, PhaseChange change) {
        return coordinator.bean(Gates.class).ask(new GateQuestion(api, change, OptionalLong.empty())).stream()
                .filter(reason -> reason.gate().equals(gate))
                .findFirst()
                .orElseThrow();
    }
}
