package com.rentwave.workload.history;

import com.rentwave.workload.history.FinalState.Balance;
import com.rentwave.workload.history.FinalState.FoundRental;
import com.rentwave.workload.history.FinalState.FoundVehicle;
import com.rentwave.workload.history.FinalState.Movement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Builds histories operation by operation; one tick of the clock passes at each start and each end. */
final class HistoryBuilder {

    static final LocalDate DAY = LocalDate.of(2027, 1, 1);

    final List<Operation> operations = new ArrayList<>();
    final List<FoundVehicle> vehicles = new ArrayList<>();
    final List<FoundRental> rentals = new ArrayList<>();
    final List<Movement> movements = new ArrayList<>();
    final List<Balance> balances = new ArrayList<>();
    final List<Outage> outages = new ArrayList<>();
    private long clock;

    static HistoryBuilder aHistory() {
        return new HistoryBuilder();
    }

    HistoryBuilder add(String client, Action action) {
        return add(client, action, Outcome.OK);
    }

    HistoryBuilder add(String client, Action action, Outcome outcome, Long... unavailableAt) {
        operations.add(new Operation(
                client,
                action,
                outcome,
                ++clock,
                ++clock,
                Arrays.stream(unavailableAt)
                        .map(at -> new Unavailability(at, at, "…"))
                        .toList(),
                "…"));
        return this;
    }

    HistoryBuilder created(String client, long id) {
        return add(client, new Action.CreateVehicle("t" + id, id, 0, value(id, 0)));
    }

    HistoryBuilder changed(String client, long id, long version) {
        return add(client, new Action.ChangeVehicle(id, version, value(id, version)));
    }

    HistoryBuilder changeUnanswered(String client, long id) {
        outages.add(new Outage("facade", clock, clock + 3));
        return add(client, new Action.ChangeVehicle(id, Action.UNKNOWN, "unknown"), Outcome.UNAVAILABLE, clock + 1);
    }

    HistoryBuilder deleted(String client, long id) {
        return add(client, new Action.DeleteVehicle(id));
    }

    HistoryBuilder read(String client, long id, long version) {
        return add(client, new Action.ReadVehicle(id, seen(id, version)));
    }

    HistoryBuilder notFound(String client, long id) {
        return add(client, new Action.ReadVehicle(id, null));
    }

    HistoryBuilder rented(String client, long vehicle, LocalDate from, long rental) {
        return add(client, new Action.Rent(vehicle, from, rental));
    }

    HistoryBuilder endsWith(String owner, long id, long version) {
        vehicles.add(new FoundVehicle(owner, "t" + id, seen(id, version)));
        return this;
    }

    HistoryBuilder endsWithRental(String renter, String owner, long vehicle, LocalDate from, long rental) {
        rentals.add(new FoundRental(renter, rental, vehicle, from, false));
        movements.add(new Movement(renter, "RENT", -50, "EUR", rental));
        movements.add(new Movement(owner, "RENT", 50, "EUR", rental));
        return this;
    }

    HistoryBuilder with(FoundVehicle vehicle) {
        vehicles.add(vehicle);
        return this;
    }

    HistoryBuilder with(FoundRental rental) {
        rentals.add(rental);
        return this;
    }

    HistoryBuilder with(Movement movement) {
        movements.add(movement);
        return this;
    }

    /** Lets the wallets hold what their movements say. */
    HistoryBuilder withBalances() {
        movements.forEach(m -> balances.add(new Balance(m.client(), m.currency(), m.amount())));
        return this;
    }

    History build() {
        return new History(operations, new FinalState(vehicles, rentals, movements, balances), outages);
    }

    Verdict verdict() {
        return HistoryChecker.check(build());
    }

    static SeenVehicle seen(long id, long version) {
        return new SeenVehicle(id, version, value(id, version));
    }

    static String value(long id, long version) {
        return "v" + id + "." + version;
    }
}
