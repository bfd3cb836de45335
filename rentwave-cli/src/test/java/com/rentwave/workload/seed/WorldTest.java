package com.rentwave.workload.seed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The invented world makes sense, so that RentWave refuses none of it. */
class WorldTest {

    private final World world = World.read();
    private final Map<String, JsonNode> offers = new HashMap<>();

    WorldTest() {
        world.people().forEach(person -> person.offers()
                .forEach(offer -> offers.put(person.key() + '/' + offer.name(), offer.details())));
    }

    @Test
    void hasThingsOfEveryKindAndRentalsOfEverySort() {
        assertThat(world.people())
                .flatExtracting(World.Person::offers)
                .extracting(World.Offer::kind)
                .contains("vehicle", "room", "book");
        assertThat(world.rentals())
                .anyMatch(rental -> rental.back() != null && rental.back() > rental.to())
                .anyMatch(rental -> rental.back() != null && rental.back() <= rental.to())
                .anyMatch(rental -> rental.back() == null && rental.to() < 0)
                .anyMatch(rental -> rental.back() == null && rental.from() <= 0 && rental.to() > 0)
                .anyMatch(rental -> rental.from() > 0)
                .anyMatch(World.Rental::cancelled);
    }

    @Test
    void rentsNothingTwiceOnADayNorToItsOwner() {
        Map<String, Set<Integer>> taken = new HashMap<>();
        for (World.Rental rental : world.rentals()) {
            Set<Integer> days = taken.computeIfAbsent(rental.owner() + '/' + rental.offer(), thing -> new HashSet<>());
            int end = rental.back() == null ? rental.to() : Math.max(rental.to(), rental.back() + 1);
            for (int day = rental.from(); day < end && !rental.cancelled(); day++) {
                assertThat(days.add(day)).as(rental.toString()).isTrue();
            }
            assertThat(rental.renter()).isNotEqualTo(rental.owner());
        }
    }

    /** That is how a second run knows what is there already. */
    @Test
    void letsNobodyRentTheSameThingTwice() {
        assertThat(world.rentals().stream().map(rental -> List.of(rental.renter(), rental.owner(), rental.offer())))
                .doesNotHaveDuplicates();
    }

    @Test
    void keepsToTheOwnersTermsAndToWhatEverybodyHas() {
        Map<String, Long> spent = new HashMap<>();
        for (World.Rental rental : world.rentals()) {
            JsonNode details = offers.get(rental.owner() + '/' + rental.offer());
            int days = rental.to() - rental.from();
            assertThat(days)
                    .as(rental.toString())
                    .isBetween(
                            details.path("minDays").asInt(),
                            details.path("maxDays").asInt());
            spent.merge(rental.renter(), days * details.path("pricePerDay").asLong(), Long::sum);
        }
        world.people().forEach(person -> assertThat(person.money())
                .as(person.name())
                .isGreaterThanOrEqualTo(spent.getOrDefault(person.key(), 0L)));
    }
}
