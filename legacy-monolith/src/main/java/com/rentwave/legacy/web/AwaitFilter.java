package com.rentwave.legacy.web;

import com.rentwave.sync.Position;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import java.time.Duration;
import java.util.Optional;

/**
 * Lets a request in once this side has what its sender has seen elsewhere of an API, vehicles where none is named; answers 425
 * when that takes too long.
 */
@Provider
@PreMatching
@Priority(100)
@ApplicationScoped
public class AwaitFilter implements ContainerRequestFilter {

    private static final int LONGEST_MILLIS = 5_000;

    private final LocalPositions positions;

    @Inject
    AwaitFilter(LocalPositions positions) {
        this.positions = positions;
    }

    public AwaitFilter() {
        this(null);
    }

    @Override
    public void filter(ContainerRequestContext request) {
        String wanted = request.getHeaderString("RentWave-Await");
        if (wanted != null && !reached(Position.parse(wanted), request)) {
            throw Refusal.of(Problem.POSITION_NOT_REACHED, "This side has not applied the asked position yet.");
        }
    }

    private boolean reached(Optional<Position> wanted, ContainerRequestContext request) {
        String api = request.getHeaderString("RentWave-Await-Api");
        Duration patience = Duration.ofMillis(patience(request.getHeaderString("RentWave-Await-Millis")));
        return wanted.isPresent()
                && positions.await(api == null ? LocalPositions.VEHICLES : api, wanted.get(), patience);
    }

    private static int patience(String millis) {
        return millis != null && millis.matches("\\d{1,6}") ? Math.min(Integer.parseInt(millis), LONGEST_MILLIS) : 0;
    }
}
