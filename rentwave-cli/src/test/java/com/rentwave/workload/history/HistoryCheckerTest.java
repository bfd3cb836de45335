package com.rentwave.workload.history;

import static com.rentwave.workload.history.HistoryBuilder.DAY;
import static com.rentwave.workload.history.HistoryBuilder.aHistory;
import static com.rentwave.workload.history.HistoryBuilder.seen;
import static org.assertj.core.api.Assertions.assertThat;

import com.rentwave.workload.history.FinalState.FoundRental;
import com.rentwave.workload.history.FinalState.FoundVehicle;
import com.rentwave.workload.history.FinalState.Movement;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Histories with one anomaly are called exactly that; clean ones are clean. */
class HistoryCheckerTest {

    /** A history shows this anomaly, once, and no other. */
    static void only(HistoryBuilder history, Anomaly anomaly) {
        assertThat(history.verdict().findings()).extracting(Finding::anomaly).containsExactly(anomaly);
    }

    @Test
    void aCleanHistoryIsClean() {
        Verdict verdict = aHistory()
                .created("ann", 1)
                .read("ann", 1, 0)
                .changed("ann", 1, 1)
                .read("bob", 1, 0)
                .read("bob", 1, 1)
                .add("bob", new Action.TopUp(500, "EUR"))
                .rented("bob", 1, DAY, 7)
                .add("bob", new Action.ReturnRental(7))
                .add("bob", new Action.ReadRental(7, true))
                .add("bob", new Action.ChangeVehicle(1, Action.UNKNOWN, "not his"), Outcome.REFUSED_AS_EXPECTED)
                .created("ann", 3)
                .deleted("ann", 3)
                .notFound("ann", 3)
                .endsWith("ann", 1, 1)
                .with(new FoundRental("bob", 7, 1, DAY, true))
                .with(new Movement("bob", "TOP_UP", 500, "EUR", 0))
                .with(new Movement("bob", "RENT", -50, "EUR", 7))
                .with(new Movement("ann", "RENT", 50, "EUR", 7))
                .withBalances()
                .verdict();

        assertThat(verdict.findings()).isEmpty();
        assertThat(verdict.clean()).isTrue();
        assertThat(verdict.requests()).isEqualTo(13);
    }

    @Test
    void aFailedRequestIsAnError() {
        only(
                aHistory()
                        .created("ann", 1)
                        .add("bob", new Action.ReadVehicle(1, null), Outcome.FAILED)
                        .endsWith("ann", 1, 0),
                Anomaly.ERROR);
    }

    @Test
    void unavailableIsAnErrorWhenEverythingWasAlive() {
        only(
                aHistory()
                        .add("ann", new Action.CreateVehicle("t1", 1, 0, "v1.0"), Outcome.OK, 1L)
                        .endsWith("ann", 1, 0),
                Anomaly.ERROR);
    }

    @Test
    void unavailableIsNoErrorWhileAPartWasDead() {
        HistoryBuilder history = aHistory()
                .add("ann", new Action.CreateVehicle("t1", 1, 0, "v1.0"), Outcome.OK, 1L)
                .endsWith("ann", 1, 0);
        history.outages.add(new Outage("vehicle-service", 0, 2));

        assertThat(history.verdict().findings()).isEmpty();
        assertThat(history.verdict().unavailable()).isEqualTo(1);
    }

    @Test
    void anAcknowledgedChangeThatIsGoneAtTheEndIsLost() {
        only(aHistory().created("ann", 1).changed("ann", 1, 1).endsWith("ann", 1, 0), Anomaly.LOST);
    }

    @Test
    void anAcknowledgedVehicleThatIsGoneAtTheEndIsLost() {
        only(aHistory().created("ann", 1).created("ann", 3).endsWith("ann", 3, 0), Anomaly.LOST);
    }

    @Test
    void aChangeThatWasAcknowledgedTwiceWithTheSameVersionLostTheFirst() {
        only(
                aHistory()
                        .created("ann", 1)
                        .changed("ann", 1, 1)
                        .add("ann", new Action.ChangeVehicle(1, 1, "other"))
                        .with(new FoundVehicle("ann", "t1", new SeenVehicle(1, 1, "other"))),
                Anomaly.LOST);
    }

    @Test
    void aVersionReadWithOtherContentThanAcknowledgedIsLost() {
        only(
                aHistory()
                        .created("ann", 1)
                        .add("bob", new Action.ReadVehicle(1, new SeenVehicle(1, 0, "other")))
                        .endsWith("ann", 1, 0),
                Anomaly.LOST);
    }

    @Test
    void aDeletedVehicleThatIsThereAtTheEndLostItsDeletion() {
        only(aHistory().created("ann", 1).deleted("ann", 1).endsWith("ann", 1, 0), Anomaly.LOST);
    }

    @Test
    void aSecondVehicleOfOneCreationIsDoubled() {
        only(
                aHistory()
                        .created("ann", 1)
                        .endsWith("ann", 1, 0)
                        .with(new FoundVehicle("ann", "t1", new SeenVehicle(5, 0, "v1.0"))),
                Anomaly.DOUBLED);
    }

    @Test
    void aVehicleNobodyAskedForIsDoubled() {
        only(aHistory().endsWith("ann", 1, 0), Anomaly.DOUBLED);
    }

    @Test
    void aVersionTooManyIsDoubled() {
        only(aHistory().created("ann", 1).changed("ann", 1, 2).endsWith("ann", 1, 2), Anomaly.DOUBLED);
        only(aHistory().created("ann", 1).changed("ann", 1, 1).endsWith("ann", 1, 2), Anomaly.DOUBLED);
    }

    @Test
    void aReadBelowTheOwnAcknowledgedVersionIsStale() {
        only(
                aHistory()
                        .created("ann", 1)
                        .changed("ann", 1, 1)
                        .read("ann", 1, 0)
                        .endsWith("ann", 1, 1),
                Anomaly.STALE_OWN_READ);
    }

    @Test
    void anOwnVehicleThatIsNotFoundIsAStaleRead() {
        only(aHistory().created("ann", 1).notFound("ann", 1).endsWith("ann", 1, 0), Anomaly.STALE_OWN_READ);
    }

    @Test
    void anOwnVehicleThatIsMissingInTheListOfAllOwnIsAStaleRead() {
        only(
                aHistory()
                        .created("ann", 1)
                        .created("ann", 3)
                        .add("ann", new Action.ListVehicles(List.of(seen(1, 0)), true))
                        .endsWith("ann", 1, 0)
                        .endsWith("ann", 3, 0),
                Anomaly.STALE_OWN_READ);
    }

    @Test
    void anOwnVehicleReadAfterItsDeletionIsAStaleRead() {
        only(aHistory().created("ann", 1).deleted("ann", 1).read("ann", 1, 0), Anomaly.STALE_OWN_READ);
    }

    @Test
    void aReadOlderThanTheOneBeforeIsNotMonotonic() {
        only(
                aHistory()
                        .created("ann", 1)
                        .changed("ann", 1, 1)
                        .read("bob", 1, 1)
                        .read("bob", 1, 0)
                        .endsWith("ann", 1, 1),
                Anomaly.NON_MONOTONIC_READ);
    }

    @Test
    void aVehicleThatComesBackIsNotMonotonic() {
        only(
                aHistory()
                        .created("ann", 1)
                        .read("bob", 1, 0)
                        .deleted("ann", 1)
                        .notFound("bob", 1)
                        .read("bob", 1, 0),
                Anomaly.NON_MONOTONIC_READ);
    }

    @Test
    void aWriteWhoseAnswerNeverCameMayHaveHappenedOrNot() {
        HistoryBuilder happened =
                aHistory().created("ann", 1).changeUnanswered("ann", 1).changed("ann", 1, 2);
        HistoryBuilder didNot =
                aHistory().created("ann", 1).changeUnanswered("ann", 1).changed("ann", 1, 1);

        assertThat(happened.endsWith("ann", 1, 2).verdict().lost()).isZero();
        assertThat(happened.verdict().doubled()).isZero();
        assertThat(didNot.endsWith("ann", 1, 1).verdict().lost()).isZero();
        assertThat(didNot.verdict().doubled()).isZero();
    }

    @Test
    void aWriteWhoseAnswerNeverCameHappenedAtMostOnce() {
        assertThat(aHistory()
                        .created("ann", 1)
                        .changeUnanswered("ann", 1)
                        .endsWith("ann", 1, 2)
                        .verdict()
                        .doubled())
                .isEqualTo(1);
    }
}
