package com.rentwave.workload.history;

import com.rentwave.workload.history.FinalState.Balance;
import com.rentwave.workload.history.FinalState.Movement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * No money appears or disappears: every acknowledged top-up was booked once, every acknowledged rental charged its
 * renter once and paid its owner once, a cancelled one was paid back once, each day late was charged once, and each
 * wallet holds the sum of its movements.
 */
final class MoneyRule implements HistoryChecker.Rule {

    /** What makes a top-up unique in a history. */
    private record Paid(String client, long amount, String currency) {}

    private record Wallet(String client, String currency) {}

    /** One side of a rental's payment. */
    private record Charge(long rentalId, boolean renter) {}

    @Override
    public void check(History history, List<Finding> findings) {
        checkTopUps(history, findings);
        checkCharges(history, findings);
        checkRefunds(history, findings);
        checkLateFees(history.finalState(), findings);
        checkBalances(history.finalState(), findings);
    }

    private static void checkTopUps(History history, List<Finding> findings) {
        Map<Paid, Integer> booked = new HashMap<>();
        for (Movement movement : history.finalState().movements()) {
            if (movement.kind().equals("TOP_UP")) {
                booked.merge(new Paid(movement.client(), movement.amount(), movement.currency()), 1, Integer::sum);
            }
        }
        Map<Paid, Integer> least = new HashMap<>();
        Map<Paid, Integer> most = new HashMap<>();
        for (Operation operation : history.operations()) {
            if (operation.action() instanceof Action.TopUp topUp) {
                Paid paid = new Paid(operation.client(), topUp.amount(), topUp.currency());
                least.merge(paid, operation.ok() ? 1 : 0, Integer::sum);
                most.merge(paid, operation.ok() || operation.outcome().unknownEffect() ? 1 : 0, Integer::sum);
            }
        }
        booked.forEach((paid, times) -> {
            if (times > most.getOrDefault(paid, 0)) {
                findings.add(new Finding(Anomaly.DOUBLED, paid.client(), "was booked " + times + " times " + paid));
            }
        });
        least.forEach((paid, times) -> {
            if (booked.getOrDefault(paid, 0) < times) {
                findings.add(new Finding(Anomaly.LOST, paid.client(), "paid in and does not find " + paid));
            }
        });
    }

    private static void checkCharges(History history, List<Finding> findings) {
        Map<Charge, Integer> charges = new HashMap<>();
        for (Movement movement : history.finalState().movements()) {
            if (movement.kind().equals("RENT")) {
                charges.merge(new Charge(movement.rentalId(), movement.amount() < 0), 1, Integer::sum);
            }
        }
        charges.forEach((charge, times) -> {
            if (times > 1) {
                findings.add(new Finding(Anomaly.DOUBLED, "wallets", "hold " + times + " times " + charge));
            }
        });
        for (Operation operation : history.operations()) {
            if (operation.action() instanceof Action.Rent rent && operation.ok()) {
                for (Charge side : List.of(new Charge(rent.rentalId(), true), new Charge(rent.rentalId(), false))) {
                    if (!charges.containsKey(side)) {
                        findings.add(new Finding(Anomaly.LOST, operation.client(), "rented without " + side));
                    }
                }
            }
        }
    }

    private static void checkRefunds(History history, List<Finding> findings) {
        Map<Long, Integer> refunds = new HashMap<>();
        for (Movement movement : history.finalState().movements()) {
            if (movement.kind().equals("REFUND") && movement.amount() > 0) {
                refunds.merge(movement.rentalId(), 1, Integer::sum);
            }
        }
        for (FinalState.FoundRental rental : history.finalState().rentals()) {
            int times = refunds.getOrDefault(rental.rentalId(), 0);
            int due = rental.is("CANCELLED") ? 1 : 0;
            if (times != due) {
                findings.add(new Finding(
                        times < due ? Anomaly.LOST : Anomaly.DOUBLED,
                        rental.renter(),
                        "was paid back " + times + " times for rental " + rental.rentalId() + ", which is "
                                + rental.status()));
            }
        }
    }

    /** What a rental says about its days late is what its renter paid and its owner got. */
    private static void checkLateFees(FinalState end, List<Finding> findings) {
        Map<Charge, Integer> times = new HashMap<>();
        Map<Charge, Long> sums = new HashMap<>();
        for (Movement movement : end.movements()) {
            if (movement.kind().equals("LATE_FEE")) {
                Charge side = new Charge(movement.rentalId(), movement.amount() < 0);
                times.merge(side, 1, Integer::sum);
                sums.merge(side, Math.abs(movement.amount()), Long::sum);
            }
        }
        for (FinalState.FoundRental rental : end.rentals()) {
            for (Charge side : List.of(new Charge(rental.rentalId(), true), new Charge(rental.rentalId(), false))) {
                long charged = times.getOrDefault(side, 0);
                long sum = sums.getOrDefault(side, 0L);
                long due = rental.lateFees() == 0 ? 0 : rental.lateDays();
                if (charged != due || sum != rental.lateFees()) {
                    findings.add(new Finding(
                            charged > due || sum > rental.lateFees() ? Anomaly.DOUBLED : Anomaly.LOST,
                            rental.renter(),
                            "has " + charged + " late fees of " + sum + " with " + side + ", and the rental says "
                                    + rental.lateDays() + " of " + rental.lateFees()));
                }
            }
        }
    }

    private static void checkBalances(FinalState end, List<Finding> findings) {
        Map<Wallet, Long> sums = new HashMap<>();
        for (Movement movement : end.movements()) {
            sums.merge(new Wallet(movement.client(), movement.currency()), movement.amount(), Long::sum);
        }
        for (Balance balance : end.balances()) {
            sums.merge(new Wallet(balance.client(), balance.currency()), -balance.amount(), Long::sum);
        }
        sums.entrySet().stream()
                .filter(entry -> entry.getValue() != 0)
                .forEach(entry -> findings.add(new Finding(
                        entry.getValue() > 0 ? Anomaly.LOST : Anomaly.DOUBLED,
                        entry.getKey().client(),
                        "holds " + Math.abs(entry.getValue()) + " "
                                + entry.getKey().currency() + (entry.getValue() > 0 ? " less" : " more")
                                + " than its movements say")));
    }
}
