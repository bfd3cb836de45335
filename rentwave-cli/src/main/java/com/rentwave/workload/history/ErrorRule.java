package com.rentwave.workload.history;

import java.util.List;

/** No request fails. "Not available" is a failure too, unless a part of the platform was dead at that moment. */
final class ErrorRule implements HistoryChecker.Rule {

    @Override
    public void check(History history, List<Finding> findings) {
        for (Operation operation : history.operations()) {
            if (failed(operation, history)) {
                findings.add(new Finding(
                        Anomaly.ERROR, operation.client(), operation.action() + " ended as " + describe(operation)));
            }
        }
    }

    /** Answers "not available" that a dead part explains. */
    static long unavailable(History history) {
        return history.operations().stream()
                .flatMap(operation -> operation.unavailable().stream())
                .filter(history::explains)
                .count();
    }

    private static boolean failed(Operation operation, History history) {
        if (operation.outcome() == Outcome.FAILED) {
            return true;
        }
        boolean excused = operation.unavailable().stream().allMatch(history::explains);
        return !excused
                || operation.outcome() == Outcome.UNAVAILABLE
                        && operation.unavailable().isEmpty();
    }

    private static String describe(Operation operation) {
        String repeats = operation.unavailable().isEmpty()
                ? ""
                : " after " + operation.unavailable().size() + " times not available ("
                        + operation.unavailable().get(0).what() + ")";
        return operation.outcome() + repeats + ": " + operation.detail();
    }
}
