package com.rentwave.workload.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.rentwave.workload.demo.Course.Leg;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CourseTest {

    @Test
    void oneApiGoesAndComesBack() {
        assertThat(Course.of(List.of("vehicles"), 2).legs())
                .containsExactly(
                        new Leg("vehicles", "OWNED"),
                        new Leg("vehicles", "LEGACY"),
                        new Leg("vehicles", "OWNED"),
                        new Leg("vehicles", "LEGACY"));
    }

    @Test
    void comesBackToThePhaseThatIsHome() {
        assertThat(Course.of(List.of("vehicles"), 1, "READS").legs())
                .containsExactly(new Leg("vehicles", "OWNED"), new Leg("vehicles", "READS"));
    }

    @Test
    void bothGoAsOftenAsAskedForAndEndWhereTheyBegan() {
        List<Leg> legs = Course.of(List.of("vehicles", "rentals"), 10).legs();

        for (String api : List.of("vehicles", "rentals")) {
            List<String> ways = legs.stream()
                    .filter(leg -> leg.api().equals(api))
                    .map(Leg::to)
                    .toList();
            assertThat(ways).hasSize(20).endsWith("LEGACY");
            for (int i = 1; i < ways.size(); i++) {
                assertThat(ways.get(i)).isNotEqualTo(ways.get(i - 1));
            }
        }
    }

    /** Every move is made with the other API here and there. */
    @Test
    void everyPairOfOwnersIsMetFromEverySide() {
        Set<String> met = new HashSet<>();
        String vehicles = "LEGACY";
        String rentals = "LEGACY";
        for (Leg leg : Course.of(List.of("vehicles", "rentals"), 4).legs()) {
            met.add(leg + " while vehicles " + vehicles + " rentals " + rentals);
            if (leg.api().equals("vehicles")) {
                vehicles = leg.to();
            } else {
                rentals = leg.to();
            }
        }

        assertThat(met).hasSize(8);
    }
}
