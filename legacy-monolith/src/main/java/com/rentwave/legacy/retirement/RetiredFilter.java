package com.rentwave.legacy.retirement;

import com.rentwave.legacy.web.LocalPositions;
import com.rentwave.legacy.web.Problem;
import com.rentwave.legacy.web.Refusal;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.PathSegment;
import jakarta.ws.rs.ext.Provider;
import java.util.List;

/**
 * Answers every address of an API that the monolith is retired from with 410, before anything else looks at the request
 * and whether its component is still there or not; and counts what comes while another side owns the API.
 */
@Provider
@PreMatching
@Priority(50)
@ApplicationScoped
public class RetiredFilter implements ContainerRequestFilter {

    static final List<String> APIS = List.of(LocalPositions.VEHICLES, LocalPositions.RENTALS);

    private final Standings standings;
    private final Uses uses;

    @Inject
    RetiredFilter(Standings standings, Uses uses) {
        this.standings = standings;
        this.uses = uses;
    }

    public RetiredFilter() {
        this(null, null);
    }

    @Override
    public void filter(ContainerRequestContext request) {
        List<PathSegment> path = request.getUriInfo().getPathSegments();
        String api = path.isEmpty() ? "" : path.get(0).getPath();
        if (!APIS.contains(api)) {
            return;
        }
        switch (standings.of(api)) {
            case OWNER -> {
                // As ever.
            }
            case COPY -> uses.add(api);
            case RETIRED ->
                throw Refusal.of(
                        Problem.RETIRED,
                        "The monolith answers nothing of " + api
                                + " any more: its component is retired, and a service has"
                                + " taken over for good. Nothing was changed. Ask through RentWave's public address.");
        }
    }
}
