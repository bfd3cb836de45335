package com.rentwave.workload.demo;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Which API goes where, one after the other. Each goes to its service and comes back home as often as is asked for; of two the
 * first to go is not always the same, so that every pair of owners is met from every side.
 */
record Course(List<Leg> legs) {

    /** One move. */
    record Leg(String api, String to) {}

    static Course of(List<String> apis, int flips) {
        return of(apis, flips, DemoSettings.LEGACY);
    }

    /** @param home the phase to come back to, LEGACY or READS */
    static Course of(List<String> apis, int flips, String home) {
        List<Leg> legs = new ArrayList<>();
        List<String> order = new ArrayList<>(apis);
        for (int i = 0; i < flips; i++) {
            order.forEach(api -> legs.add(new Leg(api, "OWNED")));
            if (i % 4 >= 2) {
                Collections.reverse(order);
            }
            order.forEach(api -> legs.add(new Leg(api, home)));
            Collections.reverse(order);
        }
        return new Course(List.copyOf(legs));
    }
}
