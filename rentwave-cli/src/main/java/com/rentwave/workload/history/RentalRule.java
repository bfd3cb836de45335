package com.rentwave.workload.history;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Each acknowledged rental is there at the end, once; each acknowledged return as well; nothing else is. */
final class RentalRule implements HistoryChecker.Rule {

    /** What makes a request to rent unique in a history. */
    private record Request(String renter, long vehicleId, LocalDate from) {}

    @Override
    public void check(History history, List<Finding> findings) {
        Map<Request, Long> acknowledged = new HashMap<>();
        Set<Request> unknown = new HashSet<>();
        Set<Long> returned = new HashSet<>();
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
            } else if (returned.contains(id) && !rental.returned()) {
                findings.add(new Finding(Anomaly.LOST, request.renter(), "lost the return of rental " + id));
            }
        });
    }
}
