package com.rentwave.facade.cutover.step;

import com.rentwave.facade.cutover.Cutover;
import com.rentwave.facade.cutover.CutoverStep;
import com.rentwave.facade.cutover.Operation;
import com.rentwave.facade.cutover.PhaseChange;
import com.rentwave.facade.cutover.StepOutcome;
import com.rentwave.facade.route.RouteAcknowledgements;
import java.util.List;
import org.springframework.stereotype.Component;

/** The route follows the owner, and the held requests go there. */
@Component
class TurnRoute implements Operation {

    private final RouteTurn route;
    private final RouteAcknowledgements acknowledgements;

    TurnRoute(RouteTurn route, RouteAcknowledgements acknowledgements) {
        this.route = route;
        this.acknowledgements = acknowledgements;
    }

    @Override
    public CutoverStep step() {
        return CutoverStep.ROUTE;
    }

    @Override
    public String describe(String api, PhaseChange change) {
        return "Route reads and writes of " + api + " to " + change.newOwner().word() + " and let held requests go.";
    }

    @Override
    public StepOutcome run(Cutover cutover) {
        route.toNewOwner(cutover);
        List<String> missing = acknowledgements.missing(cutover.api());
        return missing.isEmpty()
                ? new StepOutcome.Done(
                        "requests go to " + cutover.change().newOwner().word())
                : new StepOutcome.Again("the route is not used yet by " + missing);
    }
}
