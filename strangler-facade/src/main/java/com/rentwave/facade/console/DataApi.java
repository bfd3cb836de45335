package com.rentwave.facade.console;

import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import com.rentwave.facade.route.RouteStore;
import com.rentwave.facade.stream.Reconciliation;
import com.rentwave.facade.stream.Streams;
import com.rentwave.facade.stream.StreamsState;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;

/** The operator API of an API's rows: how its streams fare, and whether both sides hold the same. */
@Component
class DataApi {

    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final int SHOWN = 100;

    private final Streams streams;
    private final RouteStore routes;
    private final Map<String, Compared> last = new ConcurrentHashMap<>();
    private final Set<String> comparing = ConcurrentHashMap.newKeySet();

    DataApi(Streams streams, RouteStore routes) {
        this.streams = streams;
        this.routes = routes;
    }

    /**
     * The rows of an API.
     *
     * @param streams null when change data capture does not tell
     * @param unknown why not; else null
     * @param compared the comparison last ordered at this console; null when there was none
     */
    record DataView(String api, StreamsState streams, String unknown, boolean comparing, Compared compared) {}

    /** A comparison of all rows. Names at most a hundred rows that differ, and none of their values. */
    record Compared(Instant at, long rows, boolean clean, long differ, List<Row> differences, String sentence) {}

    /** A row that is not the same on both sides. */
    record Row(String table, String key) {}

    RouterFunction<ServerResponse> routes() {
        return route().GET("/migration/{api}/data", request -> Answers.ok(() -> data(api(request))))
                .POST("/migration/{api}/reconciliation", request -> Answers.ok(() -> compare(api(request))))
                .build();
    }

    private DataView data(String api) throws InterruptedException {
        try {
            return new DataView(api, streams.state(api), null, comparing.contains(api), last.get(api));
        } catch (IOException e) {
            return new DataView(api, null, reason(e), comparing.contains(api), last.get(api));
        }
    }

    private Compared compare(String api) throws InterruptedException {
        if (!comparing.add(api)) {
            throw ConsoleProblem.conflict("comparing", "Already comparing", "The rows are being compared already.");
        }
        try {
            Reconciliation found = streams.reconcile(api, null, LIMIT);
            List<Row> rows = found.differences().stream()
                    .limit(SHOWN)
                    .map(one -> new Row(one.table(), one.key()))
                    .toList();
            Compared compared = new Compared(
                    found.startedAt(),
                    found.compared(),
                    found.clean(),
                    found.differences().size(),
                    rows,
                    found.sentence());
            last.put(api, compared);
            return compared;
        } catch (IOException e) {
            throw ConsoleProblem.unavailable("The rows could not be compared: " + reason(e) + ".");
        } finally {
            comparing.remove(api);
        }
    }

    private static String reason(IOException e) {
        return e.getMessage() == null ? "cdc does not answer" : e.getMessage();
    }

    private String api(ServerRequest request) {
        String api = request.pathVariable("api");
        routes.load(api).orElseThrow(() -> ConsoleProblem.notFound("There is no API " + api + " that moves."));
        return api;
    }
}
