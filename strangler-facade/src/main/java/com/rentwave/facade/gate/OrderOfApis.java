package com.rentwave.facade.gate;

import com.rentwave.facade.api.MovingApis;
import com.rentwave.facade.cutover.PhaseChange;
import com.rentwave.facade.route.Phase;
import com.rentwave.facade.route.RouteStore;
import com.rentwave.facade.stream.Streams;
import com.rentwave.facade.stream.StreamsState;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * APIs move in any order, each there and back by itself: whoever decides by another API's rows asks their owner, or waits
 * until the monolith's copy has them. Once that API is RETIRED its copy is all that the monolith will ever have of it, so
 * it has to be fed when an API that the monolith decides by it comes back: rentals need the copy of vehicles.
 */
@Component
@Order(15)
class OrderOfApis implements Gate {

    private final MovingApis apis;
    private final RouteStore routes;
    private final Streams streams;

    OrderOfApis(MovingApis apis, RouteStore routes, Streams streams) {
        this.apis = apis;
        this.routes = routes;
        this.streams = streams;
    }

    @Override
    public String name() {
        return "order-of-apis";
    }

    @Override
    public boolean guards(PhaseChange change) {
        return change.retires() || change.isRollback() && change.flips();
    }

    @Override
    public Finding ask(GateQuestion question) throws Exception {
        return question.change().retires() ? retirement(question.api()) : comingBack(question.api());
    }

    private Finding retirement(String api) throws IOException, InterruptedException {
        Set<String> readers = new TreeSet<>(apis.of(api).readBy().keySet());
        if (readers.isEmpty()) {
            return Finding.yes("nothing else in the monolith reads its copy of " + api);
        }
        String who = String.join(" and ", readers);
        return starved(api)
                .map(why -> Finding.no(who + " of the monolith read its copy of " + api + ", and " + why))
                .orElseGet(() ->
                        Finding.yes("the monolith's copy of " + api + " is fed, and goes on being fed, for " + who));
    }

    private Finding comingBack(String api) throws IOException, InterruptedException {
        Optional<String> retired = apis.needOf(api)
                .flatMap(need -> routes.load(need.api()))
                .filter(route -> route.phase() == Phase.RETIRED)
                .map(route -> route.api());
        Optional<String> why = retired.isEmpty() ? Optional.empty() : starved(retired.get());
        return why.map(reason ->
                        Finding.no(retired.get() + " is RETIRED, the monolith has nothing of it but its copy to"
                                + " decide about " + api + " by, and " + reason))
                .orElseGet(() -> Finding.yes("the monolith has every row it needs for " + api));
    }

    /** Why the monolith's copy of an API that a service owns would grow old; empty when it is fed. */
    private Optional<String> starved(String api) throws IOException, InterruptedException {
        StreamsState state = streams.state(api);
        if (!state.armed() || state.reverse() == null || !state.reverse().isStreaming()) {
            return Optional.of("the stream that feeds the copy does not run");
        }
        return state.applier() != null && state.applier().isRunning()
                ? Optional.empty()
                : Optional.of("the applier that feeds the copy does not run");
    }
}
