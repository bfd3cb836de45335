package com.rentwave.workload.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.rentwave.workload.history.FinalState.FoundRental;
import com.rentwave.workload.history.FinalState.FoundVehicle;
import com.rentwave.workload.history.FinalState.Movement;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Long random histories are clean, and any one anomaly planted into them is found and called what it is. */
class PlantedAnomalyTest {

    private static final int SEEDS = 300;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nothing",
                "failed request",
                "lost change",
                "lost vehicle",
                "lost deletion",
                "lost rental",
                "lost top-up",
                "doubled change",
                "doubled vehicle",
                "doubled rental",
                "doubled charge",
                "stale own read",
                "stale own absence",
                "non-monotonic read"
            })
    void findsWhatWasPlantedInARandomHistory(String anomaly) {
        for (long seed = 0; seed < SEEDS; seed++) {
            HistoryBuilder history = RandomHistory.clean(seed);
            Anomaly expected = plant(anomaly, history, new Random(seed));

            Verdict verdict = history.verdict();

            assertThat(verdict.findings().stream().map(Finding::anomaly).distinct())
                    .as("%s with seed %d: %s", anomaly, seed, verdict.examples(3))
                    .isEqualTo(expected == null ? List.of() : List.of(expected));
        }
    }

    private static Anomaly plant(String anomaly, HistoryBuilder h, Random random) {
        switch (anomaly) {
            case "failed request" -> {
                Operation read = any(h.operations, random, o -> o.action() instanceof Action.ReadVehicle);
                replace(h, read, read.action(), Outcome.FAILED);
                return Anomaly.ERROR;
            }
            case "lost change" -> {
                FoundVehicle v =
                        any(h.vehicles, random, found -> found.vehicle().version() > 0);
                h.vehicles.remove(v);
                h.with(new FoundVehicle(v.owner(), v.token(), before(h, v.vehicle())));
                return Anomaly.LOST;
            }
            case "lost vehicle" -> {
                h.vehicles.remove(any(h.vehicles, random, found -> true));
                return Anomaly.LOST;
            }
            case "lost deletion" -> {
                FoundVehicle v = any(h.vehicles, random, found -> true);
                h.deleted(v.owner(), v.vehicle().vehicleId());
                return Anomaly.LOST;
            }
            case "lost rental" -> {
                h.rentals.remove(any(h.rentals, random, found -> true));
                return Anomaly.LOST;
            }
            case "lost top-up" -> {
                h.add("ann", new Action.TopUp(77, "EUR"));
                return Anomaly.LOST;
            }
            case "doubled change" -> {
                FoundVehicle v = any(h.vehicles, random, found -> true);
                SeenVehicle seen = v.vehicle();
                h.vehicles.remove(v);
                h.with(new FoundVehicle(
                        v.owner(), v.token(), new SeenVehicle(seen.vehicleId(), seen.version() + 1, seen.value())));
                return Anomaly.DOUBLED;
            }
            case "doubled vehicle" -> {
                FoundVehicle v = any(h.vehicles, random, found -> true);
                h.with(new FoundVehicle(
                        v.owner(),
                        v.token(),
                        new SeenVehicle(999_999, 0, v.vehicle().value())));
                return Anomaly.DOUBLED;
            }
            case "doubled rental" -> {
                FoundRental r = any(h.rentals, random, found -> true);
                h.with(new FoundRental(r.renter(), 999_999, r.vehicleId(), r.from(), false));
                return Anomaly.DOUBLED;
            }
            case "doubled charge" -> {
                Movement m = any(h.movements, random, found -> found.kind().equals("RENT"));
                h.movements.add(m);
                h.balances.add(new FinalState.Balance(m.client(), m.currency(), m.amount()));
                return Anomaly.DOUBLED;
            }
            case "stale own read" -> {
                FoundVehicle v =
                        any(h.vehicles, random, found -> found.vehicle().version() > 0);
                h.add(v.owner(), new Action.ReadVehicle(v.vehicle().vehicleId(), before(h, v.vehicle())));
                return Anomaly.STALE_OWN_READ;
            }
            case "stale own absence" -> {
                FoundVehicle v = any(h.vehicles, random, found -> true);
                h.notFound(v.owner(), v.vehicle().vehicleId());
                return Anomaly.STALE_OWN_READ;
            }
            case "non-monotonic read" -> {
                FoundVehicle v =
                        any(h.vehicles, random, found -> found.vehicle().version() > 0);
                long id = v.vehicle().vehicleId();
                h.add("visitor", new Action.ReadVehicle(id, v.vehicle()));
                h.add("visitor", new Action.ReadVehicle(id, before(h, v.vehicle())));
                return Anomaly.NON_MONOTONIC_READ;
            }
            default -> {
                return null;
            }
        }
    }

    /** What the version before held. */
    private static SeenVehicle before(HistoryBuilder h, SeenVehicle seen) {
        long version = seen.version() - 1;
        for (Operation operation : h.operations) {
            if (operation.action() instanceof Action.ChangeVehicle change
                    && change.vehicleId() == seen.vehicleId()
                    && change.version() == version) {
                return new SeenVehicle(seen.vehicleId(), version, change.value());
            }
            if (operation.action() instanceof Action.CreateVehicle create
                    && create.vehicleId() == seen.vehicleId()
                    && version == 0) {
                return new SeenVehicle(seen.vehicleId(), 0, create.value());
            }
        }
        throw new IllegalStateException("no version " + version + " of " + seen);
    }

    private static void replace(HistoryBuilder h, Operation operation, Action action, Outcome outcome) {
        h.operations.set(
                h.operations.indexOf(operation),
                new Operation(
                        operation.client(),
                        action,
                        outcome,
                        operation.startNanos(),
                        operation.endNanos(),
                        List.of(),
                        ""));
    }

    private static <T> T any(List<T> of, Random random, Predicate<T> fitting) {
        List<T> candidates = of.stream().filter(fitting).toList();
        return candidates.get(random.nextInt(candidates.size()));
    }
}
