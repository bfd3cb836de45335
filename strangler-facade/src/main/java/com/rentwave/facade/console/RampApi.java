package com.rentwave.facade.console;

import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import com.rentwave.facade.api.MovingApis;
import com.rentwave.facade.ramp.Ramps;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The operator API of automatic ramps: start one, stop it, see its next step. */
@Component
class RampApi {

    private static final int MOST_STEPS = 100;
    private static final long LONGEST = Duration.ofDays(1).toSeconds();
    private static final int ALL = 10_000;

    private final Ramps ramps;
    private final MovingApis apis;
    private final JsonMapper json;

    RampApi(Ramps ramps, MovingApis apis, JsonMapper json) {
        this.ramps = ramps;
        this.apis = apis;
        this.json = json;
    }

    private record Order(List<Integer> shares, Duration every) {}

    RouterFunction<ServerResponse> routes() {
        return route().GET("/migration/{api}/ramp", request -> Answers.ok(() -> state(api(request))))
                .POST("/migration/{api}/ramp", this::start)
                .DELETE("/migration/{api}/ramp", request -> Answers.ok(() -> stop(api(request))))
                .build();
    }

    private String api(ServerRequest request) {
        String api = request.pathVariable("api");
        if (!apis.names().contains(api)) {
            throw ConsoleProblem.notFound("There is no API " + api + " that moves.");
        }
        return api;
    }

    /** An empty object when there was no ramp yet. */
    private Object state(String api) {
        return ramps.state(api).<Object>map(ramp -> ramp).orElse(Map.of());
    }

    private Object stop(String api) {
        ramps.stop(api);
        return state(api);
    }

    private Mono<ServerResponse> start(ServerRequest request) {
        String api = api(request);
        return Answers.body(request, text -> {
            Order order = order(text);
            ramps.start(api, order.shares(), order.every()).ifPresent(no -> {
                throw ConsoleProblem.conflict("ramp-not-started", "No ramp", no + ".");
            });
            return Answers.of(HttpStatus.OK, state(api));
        });
    }

    private Order order(String text) {
        try {
            JsonNode order = json.readTree(text);
            JsonNode every = order.path("everySeconds");
            List<Integer> shares = new ArrayList<>();
            for (JsonNode percent : order.path("percents")) {
                shares.add(
                        percent.isNumber()
                                ? percent.decimalValue().movePointRight(2).intValueExact()
                                : -1);
            }
            if (rises(shares) && every.isIntegralNumber() && every.asLong() >= 1 && every.asLong() <= LONGEST) {
                return new Order(shares, Duration.ofSeconds(every.asLong()));
            }
        } catch (JacksonException | ArithmeticException e) {
            // told below
        }
        throw ConsoleProblem.invalid("Send {\"percents\":[P,…],\"everySeconds\":S} with at most " + MOST_STEPS
                + " rising shares above 0 up to 100, in steps of 0.01, and S from 1 to " + LONGEST + ".");
    }

    private static boolean rises(List<Integer> shares) {
        int before = 0;
        for (int share : shares) {
            if (share <= before) {
                return false;
            }
            before = share;
        }
        return !shares.isEmpty() && shares.size() <= MOST_STEPS && before <= ALL;
    }
}
