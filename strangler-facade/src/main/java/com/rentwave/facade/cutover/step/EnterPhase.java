package com.rentwave.facade.cutover.step;

import com.rentwave.facade.cutover.Cutover;
import com.rentwave.facade.cutover.CutoverPhase;
import com.rentwave.facade.cutover.CutoverSettings;
import com.rentwave.facade.cutover.CutoverStep;
import com.rentwave.facade.cutover.Cutovers;
import com.rentwave.facade.cutover.Operation;
import com.rentwave.facade.cutover.PhaseChange;
import com.rentwave.facade.cutover.StepOutcome;
import com.rentwave.facade.route.Phase;
import com.rentwave.facade.route.Route;
import com.rentwave.facade.route.RouteAcknowledgements;
import com.rentwave.facade.route.RouteStore;
import com.rentwave.facade.route.RouteTables;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * The route takes on the new phase; the owner stays. The route is changed in one transaction with the look at the stored
 * step: a coordinator that was paused here cannot bring an old phase back later.
 */
@Component
class EnterPhase implements Operation {

    private final Cutovers cutovers;
    private final RouteStore routes;
    private final RouteTables tables;
    private final RouteAcknowledgements acknowledgements;
    private final CutoverSettings settings;

    EnterPhase(
            Cutovers cutovers,
            RouteStore routes,
            RouteTables tables,
            RouteAcknowledgements acknowledgements,
            CutoverSettings settings) {
        this.cutovers = cutovers;
        this.routes = routes;
        this.tables = tables;
        this.acknowledgements = acknowledgements;
        this.settings = settings;
    }

    @Override
    public CutoverStep step() {
        return CutoverStep.ENTER;
    }

    @Override
    public String describe(String api, PhaseChange change) {
        return switch (change.to()) {
            case LEGACY -> "Route the reads of " + api + " to the monolith; the streams stay as they are.";
            case SYNCED, SHADOW -> "Note the phase; the monolith goes on answering everything.";
            case CANARY -> "Route the reads of " + settings.canaryPercent() + " % of the users to the service.";
            case READS, OWNED -> "Route the reads of " + api + " to the service.";
            case RETIRED -> "Note the phase, which no move leaves; the service goes on answering everything.";
        };
    }

    @Override
    public StepOutcome run(Cutover cutover) {
        try {
            if (!cutovers.whileAt(cutover, () -> enter(cutover))) {
                return new StepOutcome.Overtaken();
            }
        } catch (CanaryTakenBack e) {
            return new StepOutcome.Failed(e.getMessage());
        }
        tables.refresh();
        List<String> missing = acknowledgements.missing(cutover.api());
        return missing.isEmpty()
                ? new StepOutcome.Done(
                        cutover.api() + " is in " + cutover.change().to())
                : new StepOutcome.Again("the route is not used yet by " + missing);
    }

    private void enter(Cutover cutover) {
        CutoverPhase to = cutover.change().to();
        Phase next = Phase.valueOf(to.name());
        Route route = routes.load(cutover.api()).orElseThrow();
        if (route.phase() == next) {
            return;
        }
        if (to == CutoverPhase.READS && route.phase() == Phase.CANARY && route.canaryShare() == 0) {
            throw new CanaryTakenBack();
        }
        int share = to == CutoverPhase.CANARY ? settings.canaryPercent() * 100 : 0;
        if (route.phase() != Phase.valueOf(cutover.change().from().name())
                || !routes.compareAndSet(route.inPhase(next, share))) {
            throw new IllegalStateException("the route was changed from outside: " + route);
        }
    }

    /** Nobody follows it: the facade has seen users fare badly since the gates were asked. */
    private static final class CanaryTakenBack extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private CanaryTakenBack() {
            super("the canary was taken back meanwhile: none of the users reads from the service", null, false, false);
        }
    }
}
