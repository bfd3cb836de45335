package com.rentwave.facade.console;

import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import com.rentwave.facade.cutover.Cutover;
import com.rentwave.facade.cutover.CutoverPhase;
import com.rentwave.facade.cutover.Cutovers;
import com.rentwave.facade.cutover.OrderedBy;
import com.rentwave.facade.route.RouteStore;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The operator API of moves. */
@Component
class MigrationApi {

    private static final int NEWEST = 50;

    private final MoveDesk desk;
    private final RouteStore routes;
    private final Cutovers cutovers;
    private final JsonMapper json;
    private final Clock clock;

    MigrationApi(MoveDesk desk, RouteStore routes, Cutovers cutovers, JsonMapper json, Clock clock) {
        this.desk = desk;
        this.routes = routes;
        this.cutovers = cutovers;
        this.json = json;
        this.clock = clock;
    }

    /** An API that moves, as it stands. */
    record ApiView(
            String api,
            String phase,
            BigDecimal canaryPercent,
            String owner,
            long epoch,
            long routeVersion,
            Long running) {}

    RouterFunction<ServerResponse> routes() {
        return route().GET("/migration", request -> Answers.ok(this::apis))
                .GET("/migration/moves", request -> Answers.ok(() -> moves(request)))
                .GET("/migration/moves/{id}", request -> Answers.ok(() -> move(request)))
                .GET("/migration/{api}/can-advance", request -> Answers.ok(() -> canAdvance(request)))
                .GET("/migration/{api}/plan", request -> Answers.ok(() -> plan(request)))
                .POST("/migration/{api}/moves", this::order)
                .build();
    }

    private Map<String, List<ApiView>> apis() {
        Optional<Cutover> running = cutovers.running();
        return Map.of(
                "apis",
                routes.load().routes().stream()
                        .sorted(Comparator.comparing(route -> route.api()))
                        .map(route -> new ApiView(
                                route.api(),
                                route.phase().name(),
                                plain(route.canaryPercent()),
                                route.owner().word(),
                                route.epoch(),
                                route.version(),
                                running.filter(move -> move.api().equals(route.api()))
                                        .map(Cutover::id)
                                        .orElse(null)))
                        .toList());
    }

    /** 10 rather than 10.00, and never 1E+1. */
    private static BigDecimal plain(BigDecimal percent) {
        BigDecimal stripped = percent.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private List<MoveView> moves(ServerRequest request) {
        return cutovers.newest(request.queryParam("api").orElse(null), NEWEST).stream()
                .map(this::view)
                .toList();
    }

    private MoveView move(ServerRequest request) {
        return view(found(request));
    }

    private MoveDesk.Advance canAdvance(ServerRequest request) {
        CutoverPhase to = phase(request.queryParam("to").orElse(null));
        return desk.canAdvance(request.pathVariable("api"), to);
    }

    private MoveDesk.Plan plan(ServerRequest request) {
        CutoverPhase to = phase(request.queryParam("to").orElse(null));
        return desk.plan(request.pathVariable("api"), to);
    }

    private Mono<ServerResponse> order(ServerRequest request) {
        String api = request.pathVariable("api");
        return Answers.body(request, text -> {
            JsonNode order = order(text);
            CutoverPhase to = phase(order.path("to").asString(null));
            if (order.path("dryRun").asBoolean(false)) {
                return Answers.of(HttpStatus.OK, desk.plan(api, to));
            }
            if (to == CutoverPhase.RETIRED) {
                mustMean(api + " RETIRED", order.path("confirm").asString(null));
            }
            OrderedBy by = Admission.orderedBy(request, SessionApi.name(order));
            return Answers.of(HttpStatus.ACCEPTED, Map.of("move", desk.order(api, to, by)));
        });
    }

    private JsonNode order(String text) {
        JsonNode order;
        try {
            order = json.readTree(text);
        } catch (JacksonException e) {
            throw ConsoleProblem.invalid("The body is not JSON.");
        }
        boolean known = order != null
                && order.isObject()
                && order.propertyNames().stream().allMatch(List.of("to", "dryRun", "confirm", "name")::contains);
        if (!known || order.has("dryRun") && !order.get("dryRun").isBoolean()) {
            throw ConsoleProblem.invalid("Send {\"to\":PHASE} and, if you like, \"dryRun\":true or false, and as"
                    + " \"name\" what you want to be called in the history.");
        }
        return order;
    }

    /** What has no way back is never ordered by a slip. */
    private static void mustMean(String words, String confirmed) {
        if (!words.equals(confirmed)) {
            throw ConsoleProblem.invalid("From RETIRED there is no way back: nothing takes the API back to the monolith"
                    + " again. Nothing was ordered. Who means it also sends \"confirm\":\"" + words + "\".");
        }
    }

    private Cutover found(ServerRequest request) {
        String id = request.pathVariable("id");
        return Optional.of(id)
                .filter(text -> text.matches("[1-9][0-9]{0,17}"))
                .flatMap(text -> cutovers.find(Long.parseLong(text)))
                .orElseThrow(() -> ConsoleProblem.notFound("There is no move " + id + "."));
    }

    private MoveView view(Cutover cutover) {
        return MoveView.of(cutover, cutovers.history(cutover.id()), clock.instant());
    }

    private static CutoverPhase phase(String text) {
        return Arrays.stream(CutoverPhase.values())
                .filter(phase -> phase.name().equals(text))
                .findFirst()
                .orElseThrow(() -> ConsoleProblem.invalid(
                        "\"to\" must be one of " + Arrays.toString(CutoverPhase.values()) + "."));
    }
}
