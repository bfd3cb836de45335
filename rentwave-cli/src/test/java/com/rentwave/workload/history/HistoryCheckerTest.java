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

    private static void only(HistoryBuilder history, Anomaly anomaly) {
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
    void anOwnReturnThatIsNotSeenIsAStaleRead() {
        only(
                aHistory()
                        .created("ann", 1)
                        .rented("bob", 1, DAY, 7)
                        .add("bob", new Action.ReadRental(7, null))
                        .endsWith("ann", 1, 0)
                        .endsWithRental("bob", "ann", 1, DAY, 7)
                        .withBalances(),
                Anomaly.STALE_OWN_READ);
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
    void aLostRentalIsLostWithBothSidesOfItsMoney() {
        assertThat(aHistory()
                        .created("ann", 1)
                        .rented("bob", 1, DAY, 7)
                        .endsWith("ann", 1, 0)
                        .verdict()
                        .findings())
                .extracting(Finding::anomaly)
                .containsOnly(Anomaly.LOST)
                .hasSize(3);
    }

    @Test
    void twoRentalsOfOneRequestAreDoubled() {
        only(
                aHistory()
                        .created("ann", 1)
                        .rented("bob", 1, DAY, 7)
                        .endsWith("ann", 1, 0)
                        .endsWithRental("bob", "ann", 1, DAY, 7)
                        .endsWithRental("bob", "ann", 1, DAY, 8)
                        .withBalances(),
                Anomaly.DOUBLED);
    }

    private static FoundRental rental(
            String renter, long id, int from, int days, String status, long lateDays, long lateFees) {
        return new FoundRental(
                renter, id, 1, DAY.plusDays(from), DAY.plusDays(from + days), status, lateDays, lateFees);
    }

    private static HistoryBuilder paid(HistoryBuilder history, String kind, String from, String to, long rental) {
        return history.with(new Movement(from, kind, -50, "EUR", rental))
                .with(new Movement(to, kind, 50, "EUR", rental));
    }

    @Test
    void twoRentersWithOneVehicleOnOneDayAreDoubled() {
        HistoryBuilder history = aHistory()
                .created("ann", 1)
                .rented("bob", 1, DAY, 7)
                .rented("cem", 1, DAY.plusDays(2), 9)
                .endsWith("ann", 1, 0)
                .with(rental("bob", 7, 0, 3, "ACTIVE", 0, 0))
                .with(rental("cem", 9, 2, 1, "ACTIVE", 0, 0));
        paid(history, "RENT", "bob", "ann", 7);
        paid(history, "RENT", "cem", "ann", 9).withBalances();

        only(history, Anomaly.DOUBLED);
        assertThat(history.verdict().findings().get(0).sentence()).contains("rental 9", "bob with rental 7");
    }

    @Test
    void daysThatWereGivenUpMayBeSomebodyElses() {
        HistoryBuilder history = aHistory()
                .created("ann", 1)
                .rented("bob", 1, DAY, 7)
                .add("bob", new Action.CancelRental(7))
                .add("bob", new Action.ReadRental(7, true))
                .rented("cem", 1, DAY, 9)
                .endsWith("ann", 1, 0)
                .with(rental("bob", 7, 0, 1, "CANCELLED", 0, 0))
                .with(rental("cem", 9, 0, 1, "ACTIVE", 0, 0));
        paid(history, "RENT", "bob", "ann", 7);
        paid(history, "REFUND", "ann", "bob", 7);
        paid(history, "RENT", "cem", "ann", 9).withBalances();

        assertThat(history.verdict().findings()).isEmpty();
    }

    @Test
    void aCancellationThatIsForgottenIsLost() {
        HistoryBuilder history = aHistory()
                .created("ann", 1)
                .rented("bob", 1, DAY, 7)
                .add("bob", new Action.CancelRental(7))
                .endsWith("ann", 1, 0)
                .endsWithRental("bob", "ann", 1, DAY, 7)
                .withBalances();

        only(history, Anomaly.LOST);
    }

    @Test
    void aCancellationThatIsReadAsActiveIsAStaleRead() {
        HistoryBuilder history = aHistory()
                .created("ann", 1)
                .rented("bob", 1, DAY, 7)
                .add("bob", new Action.CancelRental(7))
                .add("bob", new Action.ReadRental(7, false))
                .endsWith("ann", 1, 0)
                .with(rental("bob", 7, 0, 1, "CANCELLED", 0, 0));
        paid(history, "RENT", "bob", "ann", 7);
        paid(history, "REFUND", "ann", "bob", 7).withBalances();

        only(history, Anomaly.STALE_OWN_READ);
    }

    @Test
    void aCancelledRentalThatIsNotPaidBackIsLostAndOnePaidBackTwiceIsDoubled() {
        HistoryBuilder never = aHistory()
                .created("ann", 1)
                .rented("bob", 1, DAY, 7)
                .endsWith("ann", 1, 0)
                .with(rental("bob", 7, 0, 1, "CANCELLED", 0, 0));
        only(paid(never, "RENT", "bob", "ann", 7).withBalances(), Anomaly.LOST);

        HistoryBuilder twice = aHistory()
                .created("ann", 1)
                .rented("bob", 1, DAY, 7)
                .endsWith("ann", 1, 0)
                .with(rental("bob", 7, 0, 1, "CANCELLED", 0, 0));
        paid(twice, "RENT", "bob", "ann", 7);
        paid(twice, "REFUND", "ann", "bob", 7);
        only(paid(twice, "REFUND", "ann", "bob", 7).withBalances(), Anomaly.DOUBLED);
    }

    @Test
    void eachDayLateIsChargedOnce() {
        HistoryBuilder twoDays = late(2);
        paid(twoDays, "LATE_FEE", "bob", "ann", 7);
        assertThat(paid(twoDays, "LATE_FEE", "bob", "ann", 7)
                        .withBalances()
                        .verdict()
                        .findings())
                .isEmpty();

        HistoryBuilder oneTooMany = late(1);
        paid(oneTooMany, "LATE_FEE", "bob", "ann", 7);
        assertThat(paid(oneTooMany, "LATE_FEE", "bob", "ann", 7)
                        .withBalances()
                        .verdict()
                        .findings())
                .extracting(Finding::anomaly)
                .containsExactly(Anomaly.DOUBLED, Anomaly.DOUBLED);

        assertThat(late(1).withBalances().verdict().findings())
                .extracting(Finding::anomaly)
                .containsExactly(Anomaly.LOST, Anomaly.LOST);
    }

    private static HistoryBuilder late(long days) {
        HistoryBuilder history = aHistory()
                .created("ann", 1)
                .rented("bob", 1, DAY, 7)
                .endsWith("ann", 1, 0)
                .with(rental("bob", 7, 0, 1, "ACTIVE", days, 50 * days));
        return paid(history, "RENT", "bob", "ann", 7);
    }

    @Test
    void walletsAreBalancedWhenTheyHoldTogetherWhatWasPaidIn() {
        HistoryBuilder history = aHistory().with(new Movement("bob", "TOP_UP", 500, "EUR", 0));
        paid(history, "RENT", "bob", "ann", 7).withBalances();

        assertThat(history.build().finalState().balanced()).isTrue();
        history.balances.add(new FinalState.Balance("ann", "EUR", 1));
        assertThat(history.build().finalState().balanced()).isFalse();
    }

    @Test
    void aRentalChargedTwiceIsDoubled() {
        only(
                aHistory()
                        .created("ann", 1)
                        .rented("bob", 1, DAY, 7)
                        .endsWith("ann", 1, 0)
                        .endsWithRental("bob", "ann", 1, DAY, 7)
                        .with(new Movement("bob", "RENT", -50, "EUR", 7))
                        .withBalances(),
                Anomaly.DOUBLED);
    }

    @Test
    void aTopUpBookedTwiceIsDoubledAndOneNotBookedIsLost() {
        only(
                aHistory()
                        .add("bob", new Action.TopUp(500, "EUR"))
                        .with(new Movement("bob", "TOP_UP", 500, "EUR", 0))
                        .with(new Movement("bob", "TOP_UP", 500, "EUR", 0))
                        .withBalances(),
                Anomaly.DOUBLED);
        only(aHistory().add("bob", new Action.TopUp(500, "EUR")), Anomaly.LOST);
    }

    @Test
    void aWalletThatHoldsLessThanItsMovementsLostMoney() {
        only(
                aHistory().add("bob", new Action.TopUp(500, "EUR")).with(new Movement("bob", "TOP_UP", 500, "EUR", 0)),
                Anomaly.LOST);
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
