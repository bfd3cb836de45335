package com.rentwave.workload.history;

import static com.rentwave.workload.history.HistoryBuilder.DAY;
import static com.rentwave.workload.history.HistoryBuilder.aHistory;
import static com.rentwave.workload.history.HistoryCheckerTest.only;
import static org.assertj.core.api.Assertions.assertThat;

import com.rentwave.workload.history.FinalState.FoundRental;
import com.rentwave.workload.history.FinalState.Movement;
import org.junit.jupiter.api.Test;

/** The same for what becomes of rentals and of the money that is paid for them. */
class RentalHistoriesTest {

    private static FoundRental rental(
            String renter, long id, int from, int days, String status, long lateDays, long lateFees) {
        return new FoundRental(
                renter, id, 1, DAY.plusDays(from), DAY.plusDays(from + days), status, lateDays, lateFees);
    }

    private static HistoryBuilder paid(HistoryBuilder history, String kind, String from, String to, long rental) {
        return history.with(new Movement(from, kind, -50, "EUR", rental))
                .with(new Movement(to, kind, 50, "EUR", rental));
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
}
