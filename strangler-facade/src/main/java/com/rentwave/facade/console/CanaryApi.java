package com.rentwave.facade.console;

import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import com.rentwave.facade.ramp.Canaries;
import com.rentwave.facade.ramp.CanaryState;
import java.math.BigDecimal;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The operator API of canaries: how one is, and which share of the users it has. */
@Component
class CanaryApi {

    private static final BigDecimal MOST = BigDecimal.valueOf(100);

    private final Canaries canaries;
    private final JsonMapper json;

    CanaryApi(Canaries canaries, JsonMapper json) {
        this.canaries = canaries;
        this.json = json;
    }

    RouterFunction<ServerResponse> routes() {
        return route().GET("/migration/{api}/canary", request -> Answers.ok(() -> state(request.pathVariable("api"))))
                .POST("/migration/{api}/canary", this::share)
                .build();
    }

    private CanaryState state(String api) {
        return canaries.state(api)
                .orElseThrow(() -> ConsoleProblem.notFound("There is no API " + api + " that moves."));
    }

    private Mono<ServerResponse> share(ServerRequest request) {
        String api = request.pathVariable("api");
        return Answers.body(request, text -> {
            int share = share(text);
            state(api);
            canaries.share(api, share).ifPresent(no -> {
                throw ConsoleProblem.conflict("canary-not-raised", "The share stays", no + ".");
            });
            return Answers.of(HttpStatus.OK, state(api));
        });
    }

    private int share(String text) {
        try {
            JsonNode percent = json.readTree(text).path("percent");
            if (percent.isNumber()) {
                BigDecimal value = percent.decimalValue();
                if (value.signum() >= 0 && value.compareTo(MOST) <= 0) {
                    return value.movePointRight(2).intValueExact();
                }
            }
        } catch (JacksonException | ArithmeticException e) {
            // told below
        }
        throw ConsoleProblem.invalid("Send {\"percent\":P} with P from 0 to 100, in steps of 0.01.");
    }
}
