package com.rentwave.vehicle.web;

import com.rentwave.service.web.DomainProblems;
import com.rentwave.service.web.Problem;
import com.rentwave.vehicle.ChangedMeanwhile;
import com.rentwave.vehicle.NoSuchVehicle;
import com.rentwave.vehicle.NotYours;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The problems that only vehicles have. */
@Component
class VehicleProblems implements DomainProblems {

    private static final String KIND = "vehicle";

    @Override
    public Optional<Problem> of(Exception thrown) {
        if (thrown instanceof NoSuchVehicle e) {
            return Optional.of(noVehicle(Long.toString(e.vehicleId())));
        } else if (thrown instanceof NotYours e) {
            return Optional.of(forbidden(e.vehicleId()));
        } else if (thrown instanceof ChangedMeanwhile e) {
            return Optional.of(changedMeanwhile(e.vehicleId()));
        }
        return Optional.empty();
    }

    static Problem noVehicle(String id) {
        return Problem.absent(KIND, id);
    }

    private static Problem forbidden(long id) {
        return Problem.of("forbidden", 403, "Not yours", "Only the owner may change vehicle " + id + ".");
    }

    private static Problem changedMeanwhile(long id) {
        return Problem.of(
                "precondition-failed",
                412,
                "Changed in the meantime",
                "Vehicle " + id + " was changed in the meantime. Read it again and repeat your change.");
    }
}
