package com.rentwave.workload.history;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Each acknowledged rental is there at the end, once; each acknowledged return and cancellation as well; nothing else is.
 * No two of them have one vehicle on one day.
 */
final class RentalRule implements HistoryChecker.Rule {

    /** What makes a request to rent unique in a history. */
    private record Request(String renter, long vehicleId, LocalDate from) {}

    @Override
    public void check(History history, List<Finding> findings) {
        Map<Request, Long> acknowledged = new HashMap<>();
        Set<Request> unknown = new HashSet<>();
        Set<Long> returned = new HashSet<>();
        Set<Long> cancelled = new HashSet<>();
        for (Operation operation : history.operations()) {
            if (operation.action() instanceof Action.Rent rent) {
                Request request = new Request(operation.client(), rent.vehicleId(), rent.from());
                if (operation.ok()) {
                    acknowledged.put(request, rent.rentalId());
                } else if (operation.outcome().unknownEffect()) {
                    unknown.add(request);
                }
            } else if (operation.action() instanceof Action.ReturnRental back && operation.ok()) {
                returned.add(back.rentalId());
            } else if (operation.action() instanceof Action.CancelRental cancel && operation.ok()) {
                cancelled.add(cancel.rentalId());
            }
        }
        Map<Long, FinalState.FoundRental> found = new HashMap<>();
        for (FinalState.FoundRental rental : history.finalState().rentals()) {
            found.put(rental.rentalId(), rental);
            Request request = new Request(rental.renter(), rental.vehicleId(), rental.from());
            Long id = acknowledged.get(request);
            boolean explained = id == null ? unknown.remove(request) : id == rental.rentalId();
            if (!explained) {
                findings.add(new Finding(
                        Anomaly.DOUBLED,
                        rental.renter(),
                        "has rental " + rental.rentalId() + " of vehicle " + rental.vehicleId() + " from "
                                + rental.from()
                                + (id == null ? ", which nobody asked for" : " beside rental " + id)));
            }
        }
        acknowledged.forEach((request, id) -> {
            FinalState.FoundRental rental = found.get(id);
            if (rental == null) {
                findings.add(new Finding(Anomaly.LOST, request.renter(), "lost rental " + id + " of " + request));
            } else if (returned.contains(id) && !rental.is("RETURNED")) {
                findings.add(new Finding(Anomaly.LOST, request.renter(), "lost the return of rental " + id));
            } else if (cancelled.contains(id) && !rental.is("CANCELLED")) {
                findings.add(new Finding(Anomaly.LOST, request.renter(), "lost the cancellation of rental " + id));
            }
        });
        checkDays(history.finalState().rentals(), findings);
    }

    /** One request that was carried out twice is told above; here two requests have got one day. */
    private static void checkDays(List<FinalState.FoundRental> rentals, List<Finding> findings) {
        Map<Long, List<FinalState.FoundRental>> byVehicle = rentals.stream()
                .filter(rental -> rental.is("ACTIVE"))
                .sorted(Comparator.comparing(FinalState.FoundRental::from))
                .collect(Collectors.groupingBy(FinalState.FoundRental::vehicleId));
        byVehicle.values().forEach(booked -> {
            for (int i = 1; i < booked.size(); i++) {
                FinalState.FoundRental before = booked.get(i - 1);
                FinalState.FoundRental after = booked.get(i);
                boolean sameRequest =
                        before.renter().equals(after.renter()) && before.from().equals(after.from());
                if (after.from().isBefore(before.to()) && !sameRequest) {
                    findings.add(new Finding(
                            Anomaly.DOUBLED,
                            after.renter(),
                            "has vehicle " + after.vehicleId() + " on " + after.from() + " with rental "
                                    + after.rentalId() + ", and " + before.renter() + " with rental "
                                    + before.rentalId()));
                }
            }
        });
    }
}
