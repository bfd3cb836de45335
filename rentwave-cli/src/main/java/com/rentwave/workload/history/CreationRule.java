package com.rentwave.workload.history;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Each request to offer a vehicle makes at most one vehicle, and nothing else makes any. */
final class CreationRule implements HistoryChecker.Rule {

    @Override
    public void check(History history, List<Finding> findings) {
        Map<String, Long> acknowledged = new HashMap<>();
        Set<String> unknown = new HashSet<>();
        for (Operation operation : history.operations()) {
            if (operation.action() instanceof Action.CreateVehicle create) {
                if (operation.ok()) {
                    acknowledged.put(create.token(), create.vehicleId());
                } else if (operation.outcome().unknownEffect()) {
                    unknown.add(create.token());
                }
            }
        }
        for (FinalState.FoundVehicle found : history.finalState().vehicles()) {
            Long id = acknowledged.get(found.token());
            boolean explained = id == null
                    ? unknown.remove(found.token())
                    : id == found.vehicle().vehicleId();
            if (!explained) {
                findings.add(new Finding(
                        Anomaly.DOUBLED,
                        found.owner(),
                        "has vehicle " + found.vehicle().vehicleId() + " of creation " + found.token()
                                + (id == null ? ", which nobody asked for" : ", which made vehicle " + id)));
            }
        }
    }
}
