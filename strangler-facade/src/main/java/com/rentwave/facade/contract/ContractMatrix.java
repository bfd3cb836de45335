package com.rentwave.facade.contract;

import com.rentwave.facade.api.MovingApis;
import com.rentwave.facade.backend.Backends;
import com.rentwave.facade.backend.RunningBuild;
import com.rentwave.facade.contract.ContractRow.State;
import com.rentwave.facade.contract.Verdicts.Verdict;
import com.rentwave.facade.route.Phase;
import com.rentwave.facade.route.RouteStore;
import com.rentwave.sync.Side;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Every consumer that is known to rely on an API, and every one that has a pact about it, against every provider that runs
 * now.
 */
public final class ContractMatrix {

    private static final String CDC = "+cdc";

    private final PactFolder folder;
    private final Verdicts verdicts;
    private final Backends backends;
    private final CaptureBuild capture;
    private final MovingApis apis;
    private final RouteStore routes;

    public ContractMatrix(
            PactFolder folder,
            Verdicts verdicts,
            Backends backends,
            CaptureBuild capture,
            MovingApis apis,
            RouteStore routes) {
        this.folder = folder;
        this.verdicts = verdicts;
        this.backends = backends;
        this.capture = capture;
        this.apis = apis;
        this.routes = routes;
    }

    /**
     * All who provide an API, or may come to, against all who rely on it.
     *
     * @throws IOException when the pacts, or the list of their consumers, cannot be read
     */
    public List<ContractRow> rows(String api) throws IOException, InterruptedException {
        return rows(api, sides(api));
    }

    /** @throws IOException when the pacts, or the list of their consumers, cannot be read */
    public List<ContractRow> rows(String api, Collection<Side> sides) throws IOException, InterruptedException {
        return rows(folder.read(), new Builds(), api, sides, consumer -> true);
    }

    /**
     * All that has to be kept while an API moves to its service: what others rely on, on both sides, and what the service
     * does.
     *
     * @throws IOException when the pacts, or the list of their consumers, cannot be read
     */
    public List<ContractRow> rowsAndNeeds(String api) throws IOException, InterruptedException {
        Pacts now = folder.read();
        Builds builds = new Builds();
        List<ContractRow> rows = rows(now, builds, api, List.of(Side.LEGACY, Side.SERVICE), consumer -> true);
        return Stream.concat(rows.stream(), needs(now, builds, api).stream()).toList();
    }

    /**
     * What the service of an API relies on in all other APIs, against whoever provides them or may come to: it cannot answer
     * in the monolith's place without them.
     *
     * @throws IOException when the pacts, or the list of their consumers, cannot be read
     */
    public List<ContractRow> needs(String api) throws IOException, InterruptedException {
        return needs(folder.read(), new Builds(), api);
    }

    private List<ContractRow> needs(Pacts now, Builds builds, String api) throws InterruptedException {
        String service = apis.component(api, Side.SERVICE);
        List<ContractRow> rows = new ArrayList<>();
        for (String other : now.apis()) {
            if (!other.equals(api)) {
                rows.addAll(rows(now, builds, other, sides(other), service::equals));
            }
        }
        return rows;
    }

    /**
     * APIs that move have two providers, until the monolith is retired from them; the monolith alone provides the others.
     */
    private List<Side> sides(String api) {
        if (!apis.names().contains(api)) {
            return List.of(Side.LEGACY);
        }
        boolean retired =
                routes.load(api).filter(route -> route.phase() == Phase.RETIRED).isPresent();
        return retired ? List.of(Side.SERVICE) : List.of(Side.LEGACY, Side.SERVICE);
    }

    private List<ContractRow> rows(
            Pacts now, Builds builds, String api, Collection<Side> sides, Predicate<String> whose)
            throws InterruptedException {
        List<PactFile> pacts = now.about(api).stream()
                .filter(pact -> whose.test(pact.consumer()))
                .toList();
        Map<String, SortedSet<String>> consumers = now.consumers(api);
        consumers.values().forEach(names -> names.removeIf(whose.negate()));
        if (pacts.isEmpty() && consumers.values().stream().allMatch(SortedSet::isEmpty)) {
            return List.of();
        }
        List<ContractRow> rows = new ArrayList<>();
        for (Side side : sides) {
            Running running = builds.of(api, side);
            for (PactFile pact : pacts) {
                if (pact.concerns(side)) {
                    rows.add(row(pact, pact.streamed() ? builds.withCapture(running) : running));
                }
            }
            consumers.forEach((provider, names) -> names.stream()
                    .filter(name -> PactFile.concerns(provider, side))
                    .filter(name -> pacts.stream()
                            .noneMatch(pact -> pact.provider().equals(provider)
                                    && pact.consumer().equals(name)))
                    .forEach(name -> rows.add(missing(api, provider, name, running))));
        }
        return rows;
    }

    private record Running(String component, String build, String problem) {}

    /** What runs now; each is asked once. */
    private final class Builds {

        private final Map<String, Running> providers = new HashMap<>();
        private Running cdc;

        /** The monolith is the same for every API. */
        Running of(String api, Side side) throws InterruptedException {
            String provider = side == Side.LEGACY ? side.word() : api;
            Running running = providers.get(provider);
            if (running == null) {
                running = ask(api, side);
                providers.put(provider, running);
            }
            return running;
        }

        Running withCapture(Running running) throws InterruptedException {
            if (cdc == null) {
                cdc = askCapture();
            }
            String problem = running.problem() == null ? cdc.problem() : running.problem();
            String build = problem == null ? running.build() + '+' + cdc.build() : null;
            return new Running(running.component() + CDC, build, problem);
        }

        private Running ask(String api, Side side) throws InterruptedException {
            try {
                RunningBuild build = backends.build(api, side);
                return new Running(build.component(), build.build(), null);
            } catch (IOException e) {
                return new Running("the " + side.word() + " side", null, "does not tell its build: " + e.getMessage());
            }
        }

        private Running askCapture() throws InterruptedException {
            try {
                return new Running(CDC, capture.id(), null);
            } catch (IOException e) {
                return new Running(CDC, null, "does not tell cdc's build: " + e.getMessage());
            }
        }
    }

    private static ContractRow missing(String api, String provider, String consumer, Running running) {
        String about = provider.equals(api) ? api : provider;
        return new ContractRow(
                api,
                consumer,
                running.component(),
                running.build(),
                null,
                false,
                null,
                State.MISSING,
                consumer + " has no contract about " + about + ": no interaction of it is known");
    }

    private ContractRow row(PactFile pact, Running running) throws InterruptedException {
        Verdict verdict = verdict(pact, running);
        return new ContractRow(
                pact.api(),
                pact.consumer(),
                running.component(),
                running.build(),
                pact.hash(),
                verdict.state() == State.KEPT,
                verdict.at(),
                verdict.state(),
                "the contract of " + pact.consumer()
                        + (pact.provider().equals(pact.api()) ? "" : " about " + pact.provider())
                        + " with " + running.component() + (running.build() == null ? "" : " build " + running.build())
                        + ' ' + verdict.reason());
    }

    private Verdict verdict(PactFile pact, Running running) throws InterruptedException {
        if (running.problem() != null) {
            return unknown(pact, "cannot be judged, because it " + running.problem());
        }
        try {
            return verdicts.on(pact, running.component(), running.build());
        } catch (IOException | RuntimeException e) {
            return unknown(pact, "cannot be judged, because its record cannot be read: " + e.getMessage());
        }
    }

    private static Verdict unknown(PactFile pact, String why) {
        String first = pact.interactions().isEmpty()
                ? ""
                : " (no proof of \"" + pact.interactions().keySet().iterator().next() + "\""
                        + (pact.interactions().size() > 1
                                ? " and " + (pact.interactions().size() - 1) + " more"
                                : "") + ")";
        return new Verdict(State.UNKNOWN, null, why + first);
    }
}
