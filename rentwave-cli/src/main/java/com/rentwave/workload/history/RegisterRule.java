package com.rentwave.workload.history;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Each acknowledged change of a vehicle happened once and stays: versions go up by one, every version is read with the
 * content that was acknowledged for it, and the last one is there at the end.
 */
final class RegisterRule implements HistoryChecker.Rule {

    @Override
    public void check(History history, List<Finding> findings) {
        Registers registers = new Registers(history);
        for (Registers.Register register : registers.all()) {
            register.contradictions.forEach((version, anomaly) -> findings.add(new Finding(
                    anomaly,
                    register.owner,
                    "was told version " + version + " of vehicle " + register.vehicleId + " out of order: "
                            + register.versions)));
        }
        checkReads(history, registers, findings);
        checkEnd(history, registers, findings);
    }

    private static void checkReads(History history, Registers registers, List<Finding> findings) {
        Set<SeenVehicle> told = new HashSet<>();
        for (Operation operation : history.operations()) {
            for (SeenVehicle seen : Reads.of(operation)) {
                Registers.Register register = registers.of(seen.vehicleId());
                Anomaly anomaly = register == null ? null : judge(seen, register);
                if (anomaly != null && told.add(seen)) {
                    findings.add(
                            new Finding(anomaly, operation.client(), "read " + seen + ", " + expectation(register)));
                }
            }
        }
    }

    private static void checkEnd(History history, Registers registers, List<Finding> findings) {
        Map<Long, SeenVehicle> found = new HashMap<>();
        for (FinalState.FoundVehicle vehicle : history.finalState().vehicles()) {
            found.put(vehicle.vehicle().vehicleId(), vehicle.vehicle());
        }
        for (Registers.Register register : registers.all()) {
            SeenVehicle seen = found.get(register.vehicleId);
            Anomaly anomaly = null;
            if (seen == null) {
                anomaly = register.deletionTried() ? null : Anomaly.LOST;
            } else if (register.deleted || seen.version() < register.last) {
                anomaly = Anomaly.LOST;
            } else {
                anomaly = judge(seen, register);
            }
            if (anomaly != null) {
                findings.add(new Finding(
                        anomaly,
                        register.owner,
                        "found vehicle " + register.vehicleId + " as " + seen + " at the end, "
                                + expectation(register)));
            }
        }
    }

    private static Anomaly judge(SeenVehicle seen, Registers.Register register) {
        String expected = register.values.get(seen.version());
        if (expected != null && !expected.equals(seen.value())) {
            return Anomaly.LOST;
        }
        return seen.version() > register.highest() ? Anomaly.DOUBLED : null;
    }

    private static String expectation(Registers.Register register) {
        return "but the last acknowledged version is " + register.last + (register.deleted ? " (then deleted)" : "")
                + " with " + register.values.get(register.last);
    }
}
