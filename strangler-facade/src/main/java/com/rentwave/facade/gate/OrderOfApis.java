package com.rentwave.facade.gate;

import com.rentwave.facade.api.MovingApis;
import com.rentwave.facade.cutover.PhaseChange;
import com.rentwave.facade.route.Phase;
import com.rentwave.facade.route.RouteStore;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * APIs move in any order, each there and back by itself: whoever decides by another API's rows asks their owner, or waits
 * until the monolith's copy has them. Only where there is no copy any more that could catch up, an API that the monolith
 * decides by it must not come back: rentals stay where they are once vehicles are RETIRED.
 */
@Component
@Order(15)
class OrderOfApis implements Gate {

    private final MovingApis apis;
    private final RouteStore routes;

    OrderOfApis(MovingApis apis, RouteStore routes) {
        this.apis = apis;
        this.routes = routes;
    }

    @Override
    public String name() {
        return "order-of-apis";
    }

    @Override
    public boolean guards(PhaseChange change) {
        return change.isRollback() && change.flips();
    }

    @Override
    public Finding ask(GateQuestion question) {
        Optional<String> retired = apis.needOf(question.api())
                .flatMap(need -> routes.load(need.api()))
                .filter(route -> route.phase() == Phase.RETIRED)
                .map(route -> route.api());
        return retired.map(api -> Finding.no(api + " is RETIRED: the monolith has no rows of it any more by which "
                        + question.api() + " could be decided there"))
                .orElseGet(() -> Finding.yes("the monolith has every row it needs for " + question.api()));
    }
}
