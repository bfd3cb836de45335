package com.rentwave.workload.history;

import java.time.LocalDate;
import java.util.List;

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

    /** A vehicle and the token of the creation it came from. */
    public record FoundVehicle(String owner, String token, SeenVehicle vehicle) {}

    public record FoundRental(String renter, long rentalId, long vehicleId, LocalDate from, boolean returned) {}

    /**
     * One movement of one client's wallet.
     *
     * @param kind {@code TOP_UP}, {@code RENT} or {@code REFUND}
     * @param rentalId the rental it belongs to, or 0
     */
    public record Movement(String client, String kind, long amount, String currency, long rentalId) {}

    public record Balance(String client, String currency, long amount) {}
}
