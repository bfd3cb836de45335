package com.rentwave.facade.console;

import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import com.rentwave.facade.route.RouteStore;
import com.rentwave.facade.shadow.Cause;
import com.rentwave.facade.shadow.ShadowEvidence;
import com.rentwave.facade.shadow.Tally;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;

/** The operator API of what the shadow found. */
@Component
class ShadowApi {

    private static final Duration WINDOW = Duration.ofHours(1);

    private final ShadowEvidence evidence;
    private final RouteStore routes;

    ShadowApi(ShadowEvidence evidence, RouteStore routes) {
        this.evidence = evidence;
        this.routes = routes;
    }

    /**
     * The state of one API's shadow.
     *
     * @param seconds the length of the time that {@code seen} is about; it ends now
     */
    record ShadowView(String api, long seconds, Tally seen, List<Cause> causes) {}

    RouterFunction<ServerResponse> routes() {
        return route().GET("/migration/{api}/shadow", request -> Answers.ok(() -> shadow(request)))
                .build();
    }

    private ShadowView shadow(ServerRequest request) {
        String api = request.pathVariable("api");
        routes.load(api).orElseThrow(() -> ConsoleProblem.notFound("There is no API " + api + " that moves."));
        return new ShadowView(api, WINDOW.toSeconds(), evidence.seen(api, WINDOW), evidence.causes(api));
    }
}
