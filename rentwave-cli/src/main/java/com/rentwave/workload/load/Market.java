package com.rentwave.workload.load;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** What all clients know of each other: vehicles to rent, and days of them that nobody has asked for yet. */
final class Market {

    private record Offer(long vehicleId, String owner) {}

    private final LocalDate firstDay;
    private final List<Offer> offers = new ArrayList<>();
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

    /** The first of {@code days} days of the vehicle that are given to this caller alone. */
    LocalDate reserve(long vehicleId, int days) {
        return firstDay.plusDays(daysGiven.get(vehicleId).getAndAdd(days));
    }
}
