package com.rentwave.facade.console;

import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import com.rentwave.facade.route.RouteTables;
import com.rentwave.facade.traffic.SideTraffic;
import com.rentwave.facade.traffic.TrafficMeter;
import com.rentwave.sync.Side;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;

/** The operator API of what each side answers, through this facade, in the last three minutes. */
@Component
class TrafficApi {

    private static final int POINTS = 90;
    private static final Duration STEP = Duration.ofSeconds(2);

    private final TrafficMeter meter;
    private final RouteTables tables;
    private final Clock clock;

    TrafficApi(TrafficMeter meter, RouteTables tables, Clock clock) {
        this.meter = meter;
        this.tables = tables;
        this.clock = clock;
    }

    /**
     * The traffic of an API.
     *
     * @param at the end of the last point
     * @param step the length of a point in seconds
     */
    record TrafficView(String api, Instant at, long step, SideTraffic legacy, SideTraffic service) {}

    RouterFunction<ServerResponse> routes() {
        return route().GET("/migration/{api}/traffic", request -> Answers.ok(() -> traffic(request)))
                .build();
    }

    private TrafficView traffic(ServerRequest request) {
        String api = request.pathVariable("api");
        tables.current()
                .route(api)
                .orElseThrow(() -> ConsoleProblem.notFound("There is no API " + api + " that moves."));
        return new TrafficView(
                api,
                clock.instant(),
                STEP.toSeconds(),
                meter.lately(api, Side.LEGACY, POINTS, STEP),
                meter.lately(api, Side.SERVICE, POINTS, STEP));
    }
}
