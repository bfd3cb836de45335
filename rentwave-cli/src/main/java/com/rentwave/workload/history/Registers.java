package com.rentwave.workload.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the acknowledged writes say every vehicle must look like: one register for each vehicle of the history. */
final class Registers {

    private final Map<Long, Register> byVehicle = new HashMap<>();

    Registers(History history) {
        for (List<Operation> operations : history.byClient().values()) {
            operations.forEach(this::learn);
        }
    }

    /** The register of a vehicle, or null when no write of the history made it. */
    Register of(long vehicleId) {
        return byVehicle.get(vehicleId);
    }

    Iterable<Register> all() {
        return byVehicle.values();
    }

    private void learn(Operation operation) {
        Action action = operation.action();
        if (action instanceof Action.CreateVehicle create && operation.ok()) {
            Register register = new Register(create.vehicleId(), operation.client(), create.token());
            register.acknowledge(create.version(), create.value());
            byVehicle.put(create.vehicleId(), register);
        } else if (action instanceof Action.ChangeVehicle change) {
            Register register = byVehicle.get(change.vehicleId());
            if (register != null && operation.ok()) {
                register.acknowledge(change.version(), change.value());
            } else if (register != null && operation.outcome().unknownEffect()) {
                register.unknownWrites++;
            }
        } else if (action instanceof Action.DeleteVehicle delete) {
            Register register = byVehicle.get(delete.vehicleId());
            if (register != null && operation.outcome() != Outcome.REFUSED_AS_EXPECTED) {
                register.deletionStart = Math.min(register.deletionStart, operation.startNanos());
                register.deleted |= operation.ok();
            }
        }
    }

    /** One vehicle: its owner is the only writer. */
    static final class Register {

        final long vehicleId;
        final String owner;
        final String token;
        final List<Long> versions = new ArrayList<>();
        final Map<Long, String> values = new HashMap<>();

        /** Versions whose acknowledgement contradicts the ones before it, with the anomaly that tells. */
        final Map<Long, Anomaly> contradictions = new HashMap<>();

        long last = -1;
        int unknownWrites;
        int unknownAtLast;
        boolean deleted;
        long deletionStart = Long.MAX_VALUE;

        Register(long vehicleId, String owner, String token) {
            this.vehicleId = vehicleId;
            this.owner = owner;
            this.token = token;
        }

        boolean deletionTried() {
            return deletionStart != Long.MAX_VALUE;
        }

        /** The highest version that the requests of the history can explain. */
        long highest() {
            return last + unknownWrites - unknownAtLast;
        }

        private void acknowledge(long version, String value) {
            if (version <= last) {
                contradictions.put(version, Anomaly.LOST);
            } else if (version > highest() + 1) {
                contradictions.put(version, Anomaly.DOUBLED);
            }
            versions.add(version);
            values.put(version, value);
            last = version;
            unknownAtLast = unknownWrites;
        }
    }
}
