package com.rentwave.workload.load;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** What all clients know of each other: vehicles to rent, and days of them that nobody has asked for yet. */
final class Market {

    private record Offer(long vehicleId, String owner) {}

    /** Days of a vehicle that somebody has got. */
    record Taken(long vehicleId, LocalDate from, LocalDate to, String renter) {}

    private final LocalDate firstDay;
    private final List<Offer> offers = new ArrayList<>();
    private final List<Taken> taken = new ArrayList<>();
    private final Map<Long, AtomicInteger> daysGiven = new ConcurrentHashMap<>();

    Market(Clock clock) {
        this.firstDay = LocalDate.now(clock).plusDays(2);
    }

    synchronized void offer(long vehicleId, String owner) {
        offers.add(new Offer(vehicleId, owner));
        daysGiven.put(vehicleId, new AtomicInteger());
    }

    /** A vehicle of somebody else. */
    synchronized OptionalLong ofOthers(String client, Random random) {
        for (int tries = 0; tries < 20 && !offers.isEmpty(); tries++) {
            Offer offer = offers.get(random.nextInt(offers.size()));
            if (!offer.owner().equals(client)) {
                return OptionalLong.of(offer.vehicleId());
            }
        }
        return OptionalLong.empty();
    }

    synchronized void take(Taken days) {
        taken.add(days);
    }

    /** Days that somebody else has got, or had; each is told once. */
    synchronized Optional<Taken> takenByOthers(String client, Random random) {
        for (int tries = 0; tries < 20 && !taken.isEmpty(); tries++) {
            Taken days = taken.get(random.nextInt(taken.size()));
            if (!days.renter().equals(client) && !isOwn(days.vehicleId(), client)) {
                taken.remove(days);
                return Optional.of(days);
            }
        }
        return Optional.empty();
    }

    private boolean isOwn(long vehicleId, String client) {
        return offers.stream()
                .anyMatch(
                        offer -> offer.vehicleId() == vehicleId && offer.owner().equals(client));
    }

    /** The first of {@code days} days of the vehicle that are given to this caller alone. */
    LocalDate reserve(long vehicleId, int days) {
        return firstDay.plusDays(daysGiven.get(vehicleId).getAndAdd(days));
    }
}
