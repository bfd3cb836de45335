package com.rentwave.workload.history;

import com.rentwave.workload.history.FinalState.Balance;
import com.rentwave.workload.history.FinalState.FoundRental;
import com.rentwave.workload.history.FinalState.FoundVehicle;
import com.rentwave.workload.history.FinalState.Movement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** A small correct system with random clients: every history it makes is clean. */
final class RandomHistory {

    private static final List<String> CLIENTS = List.of("ann", "bob", "cid", "dot");

    private record Stored(String owner, String token, long version, String value) {}

    private final Random random;
    private final HistoryBuilder history = new HistoryBuilder();
    private final Map<Long, Stored> vehicles = new TreeMap<>();
    private final Map<String, Long> wallets = new TreeMap<>();
    private long next;

    private RandomHistory(long seed) {
        this.random = new Random(seed);
    }

    static HistoryBuilder clean(long seed) {
        RandomHistory run = new RandomHistory(seed);
        CLIENTS.forEach(run::create);
        for (int i = 0; i < 200; i++) {
            run.step(CLIENTS.get(run.random.nextInt(CLIENTS.size())));
        }
        return run.end();
    }

    private void step(String client) {
        switch (random.nextInt(8)) {
            case 0 -> create(client);
            case 1, 2, 3 -> change(client);
            case 4, 5 -> read(client);
            case 6 -> rent(client);
            default -> {
                if (random.nextInt(4) == 0) {
                    delete(client);
                } else {
                    topUp(client);
                }
            }
        }
    }

    private void create(String client) {
        long id = ++next;
        vehicles.put(id, new Stored(client, "t" + id, 0, "w" + id));
        history.add(client, new Action.CreateVehicle("t" + id, id, 0, "w" + id));
    }

    private void change(String client) {
        for (long id : ownedBy(client)) {
            Stored old = vehicles.get(id);
            String value = "w" + ++next;
            vehicles.put(id, new Stored(client, old.token, old.version + 1, value));
            history.add(client, new Action.ChangeVehicle(id, old.version + 1, value));
            return;
        }
    }

    private void read(String client) {
        Long id = any();
        Stored stored = vehicles.get(id);
        history.add(client, new Action.ReadVehicle(id, new SeenVehicle(id, stored.version, stored.value)));
    }

    private void rent(String client) {
        long id = any();
        Stored stored = vehicles.get(id);
        if (stored.owner.equals(client)) {
            return;
        }
        long rental = ++next;
        var from = HistoryBuilder.DAY.plusDays(rental);
        history.rented(client, id, from, rental);
        history.with(new FoundRental(client, rental, id, from, false));
        move(new Movement(client, "RENT", -50, "EUR", rental));
        move(new Movement(stored.owner, "RENT", 50, "EUR", rental));
    }

    private void topUp(String client) {
        long amount = 1000 + ++next;
        history.add(client, new Action.TopUp(amount, "EUR"));
        move(new Movement(client, "TOP_UP", amount, "EUR", 0));
    }

    private void delete(String client) {
        List<Long> own = ownedBy(client);
        if (own.size() > 2) {
            vehicles.remove(own.get(0));
            history.deleted(client, own.get(0));
        }
    }

    private void move(Movement movement) {
        history.with(movement);
        wallets.merge(movement.client(), movement.amount(), Long::sum);
    }

    private Long any() {
        return new ArrayList<>(vehicles.keySet()).get(random.nextInt(vehicles.size()));
    }

    private List<Long> ownedBy(String client) {
        List<Long> own = new ArrayList<>();
        vehicles.forEach((id, stored) -> {
            if (stored.owner.equals(client)) {
                own.add(id);
            }
        });
        java.util.Collections.shuffle(own, random);
        return own;
    }

    private HistoryBuilder end() {
        vehicles.forEach((id, stored) -> history.with(
                new FoundVehicle(stored.owner, stored.token, new SeenVehicle(id, stored.version, stored.value))));
        wallets.forEach((client, amount) -> history.balances.add(new Balance(client, "EUR", amount)));
        return history;
    }
}
