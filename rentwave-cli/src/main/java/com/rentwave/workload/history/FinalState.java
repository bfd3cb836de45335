package com.rentwave.workload.history;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Everything the clients have when the load has ended, read after all streams were drained.
 *
 * @param vehicles all vehicles owned by the clients
 * @param rentals all rentals of the clients as renters
 * @param movements all movements of the clients' wallets
 * @param balances what the wallets say they hold
 */
public record FinalState(
        List<FoundVehicle> vehicles, List<FoundRental> rentals, List<Movement> movements, List<Balance> balances) {

    public FinalState {
        vehicles = List.copyOf(vehicles);
        rentals = List.copyOf(rentals);
        movements = List.copyOf(movements);
        balances = List.copyOf(balances);
    }

    /** Whether the wallets hold together what was paid in: nobody else pays or is paid, as the clients rent from each other. */
    public boolean balanced() {
        Map<String, Long> sums = new HashMap<>();
        balances.forEach(balance -> sums.merge(balance.currency(), balance.amount(), Long::sum));
        movements.stream()
                .filter(movement -> movement.kind().equals("TOP_UP"))
                .forEach(movement -> sums.merge(movement.currency(), -movement.amount(), Long::sum));
        return sums.values().stream().allMatch(sum -> sum == 0);
    }

    /** A vehicle and the token of the creation it came from. */
    public record FoundVehicle(String owner, String token, SeenVehicle vehicle) {}

    /**
     * A rental.
     *
     * @param to the first day after it
     * @param status {@code ACTIVE}, {@code RETURNED} or {@code CANCELLED}
     * @param lateDays days after its end for which the renter was charged
     * @param lateFees the sum of these charges
     */
    public record FoundRental(
            String renter,
            long rentalId,
            long vehicleId,
            LocalDate from,
            LocalDate to,
            String status,
            long lateDays,
            long lateFees) {

        /** One of a day, never late. */
        public FoundRental(String renter, long rentalId, long vehicleId, LocalDate from, boolean returned) {
            this(renter, rentalId, vehicleId, from, from.plusDays(1), returned ? "RETURNED" : "ACTIVE", 0, 0);
        }

        boolean is(String wanted) {
            return status.equals(wanted);
        }
    }

    /**
     * One movement of one client's wallet.
     *
     * @param kind {@code TOP_UP}, {@code RENT}, {@code REFUND} or {@code LATE_FEE}
     * @param rentalId the rental it belongs to, or 0
     */
    public record Movement(String client, String kind, long amount, String currency, long rentalId) {}

    public record Balance(String client, String currency, long amount) {}
}
