package com.rentwave.workload.history;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What all clients did and saw. The operations of one client stand in the order in which it did them.
 *
 * @param operations of all clients
 * @param finalState what was there at the end
 * @param outages when parts of the platform were dead
 */
public record History(List<Operation> operations, FinalState finalState, List<Outage> outages) {

    public History {
        operations = List.copyOf(operations);
        outages = List.copyOf(outages);
    }

    Map<String, List<Operation>> byClient() {
        return operations.stream().collect(Collectors.groupingBy(Operation::client));
    }

    /** Whether a part was dead at that time. */
    boolean explains(Unavailability unavailability) {
        return outages.stream().anyMatch(outage -> outage.explains(unavailability));
    }
}
