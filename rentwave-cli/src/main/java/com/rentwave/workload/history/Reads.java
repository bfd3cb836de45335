package com.rentwave.workload.history;

import java.util.List;

/** The vehicles an operation's answer showed. */
final class Reads {

    private Reads() {}

    static List<SeenVehicle> of(Operation operation) {
        if (!operation.ok()) {
            return List.of();
        }
        Action action = operation.action();
        if (action instanceof Action.ReadVehicle read) {
            return read.seen() == null ? List.of() : List.of(read.seen());
        }
        if (action instanceof Action.ListVehicles list) {
            return list.seen();
        }
        return List.of();
    }
}
