package com.rentwave.facade.shadow;

import com.rentwave.facade.route.Route;
import com.rentwave.facade.route.RouteTables;
import com.rentwave.sync.Side;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads an API at both sides the way a curious client would: the lists that are configured, errors among them, then what
 * their answers lead to: the next page, single items, and an item again whose version is known.
 */
@Component
class Rehearsal implements ShadowEvidence {

    private static final int ITEMS_OF_A_LIST = 3;

    /** On a busy system a rehearsal ends after this time, when it has compared a fifth of what it may. */
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(5);

    private final ShadowSettings settings;
    private final RehearsedPaths paths;
    private final Examiner examiner;
    private final Comparison comparison;
    private final Findings findings;
    private final ShadowLog log;
    private final JsonMapper json = new JsonMapper();

    Rehearsal(
            ShadowSettings settings,
            RouteTables routes,
            Reader reader,
            Examiner examiner,
            Comparison comparison,
            Findings findings,
            ShadowLog log) {
        this.settings = settings;
        this.paths = new RehearsedPaths(reader, api -> side(routes, api));
        this.examiner = examiner;
        this.comparison = comparison;
        this.findings = findings;
        this.log = log;
    }

    private static Side side(RouteTables routes, String api) {
        return routes.current()
                .route(api)
                .map(route -> route.readSide(Route.ALL - 1))
                .orElse(Side.LEGACY);
    }

    @Override
    public Tally seen(String api, Duration window) {
        return log.tally(api, window);
    }

    @Override
    public List<Cause> causes(String api) {
        return log.causes(api);
    }

    @Override
    public Tally rehearse(String api) throws InterruptedException {
        Deque<Read> open = new ArrayDeque<>();
        for (String configured : settings.rehearsals().getOrDefault(api, List.of())) {
            paths.of(configured).forEach(path -> open.add(read(api, path)));
        }
        Set<Read> known = new LinkedHashSet<>(open);
        Tally tally = Tally.NONE;
        long start = System.nanoTime();
        for (int i = 0; i < settings.rehearsed() && !open.isEmpty(); i++) {
            boolean late = System.nanoTime() - start > LONG_ENOUGH.toNanos();
            if (late && tally.samples() >= settings.rehearsed() / 5) {
                break;
            }
            Read read = open.poll();
            Verdict verdict = examiner.examine(read);
            findings.add(new Finding(api, comparison.path(read), verdict));
            tally = tally.and(verdict.outcome());
            for (Read next : following(read, verdict.answer())) {
                if (known.add(next)) {
                    open.add(next);
                }
            }
        }
        findings.store();
        return tally;
    }

    private static Read read(String api, String path) {
        return new Read(api, path, Map.of("Accept", "application/json"));
    }

    private List<Read> following(Read read, SideAnswer answer) {
        if (answer == null || read.headers().containsKey("If-None-Match")) {
            return List.of();
        }
        try {
            List<Read> next = new ArrayList<>();
            if (!answer.header("etag").isEmpty()) {
                next.add(new Read(
                        read.api(),
                        read.path(),
                        Map.of("Accept", "application/json", "If-None-Match", answer.header("etag"))));
            }
            JsonNode body = json.readTree(answer.body());
            String root = read.path().split("\\?")[0];
            body.path("items").valueStream().limit(ITEMS_OF_A_LIST).forEach(item -> {
                String id = item.path("id").asString("");
                if (!id.isEmpty()) {
                    next.add(read(read.api(), root + "/" + id));
                }
            });
            String cursor = body.path("nextCursor").asString("");
            if (!cursor.isEmpty()) {
                String start = read.path().replaceAll("[?&]cursor=[^&]*", "");
                next.add(read(read.api(), start + (start.contains("?") ? "&" : "?") + "cursor=" + cursor));
            }
            return next;
        } catch (JacksonException e) {
            return List.of();
        }
    }
}
