package com.rentwave.facade.gate;

import com.rentwave.facade.canary.CanaryEvidence;
import com.rentwave.facade.cutover.CutoverPhase;
import com.rentwave.facade.cutover.PhaseChange;
import com.rentwave.facade.route.Phase;
import com.rentwave.facade.route.Route;
import com.rentwave.facade.route.RouteStore;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * A part of the users reads from the service, and fares well, before all do. An API that hardly anybody uses is not kept
 * back for want of traffic: {@link ShadowAgrees} has rehearsed it.
 */
@Component
@Order(137)
class CanaryKept implements Gate {

    private final RouteStore routes;
    private final CanaryEvidence canaries;

    CanaryKept(RouteStore routes, CanaryEvidence canaries) {
        this.routes = routes;
        this.canaries = canaries;
    }

    @Override
    public String name() {
        return "canary";
    }

    @Override
    public boolean guards(PhaseChange change) {
        return change.from() == CutoverPhase.CANARY && change.to() == CutoverPhase.READS;
    }

    @Override
    public Finding ask(GateQuestion question) {
        String api = question.api();
        Route route = routes.load(api).orElseThrow();
        if (route.phase() != Phase.CANARY) {
            return Finding.no(api + " is in " + route.phase() + ", so nobody reads from the service yet");
        }
        String percent = route.canaryPercent().stripTrailingZeros().toPlainString();
        if (route.canaryShare() == 0) {
            return Finding.no("none of the users reads from the service: the canary was taken back, or not begun");
        }
        Optional<String> breach = canaries.breach(api);
        return breach.map(why -> Finding.no("the canary of " + percent + " % breaks its budget: " + why))
                .orElseGet(() -> Finding.yes("the users of the canary of " + percent + " % fare well"
                        + canaries.ignorance(api)
                                .map(why -> ", as far as is known: " + why)
                                .orElse("")));
    }
}
