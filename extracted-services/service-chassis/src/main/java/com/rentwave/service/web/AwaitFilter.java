package com.rentwave.service.web;

import com.rentwave.service.ServiceIdentity;
import com.rentwave.sync.Position;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets a request in when this side has what its sender has seen on the other side, and answers 425 when it does not come. Of
 * other APIs there are no rows here that could lag: what has to be known of them is asked of their owner.
 */
@Component
@Order(1)
class AwaitFilter extends OncePerRequestFilter {

    private static final Pattern MILLIS = Pattern.compile("[0-9]{1,9}");
    private static final long MOST_MILLIS = 5000;

    private final ReachedPositions positions;
    private final ProblemAdvice problems;
    private final String api;

    AwaitFilter(ReachedPositions positions, ProblemAdvice problems, ServiceIdentity service) {
        this.api = service.api();
        this.positions = positions;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String awaited = request.getHeader("RentWave-Await-Api");
        return request.getHeader("RentWave-Await") == null
                || awaited != null && !awaited.equals(api)
                || !ApiPath.covers(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        boolean reached;
        try {
            Optional<Position> wanted = Position.parse(request.getHeader("RentWave-Await"));
            reached = wanted.isPresent() && positions.await(wanted.get(), longest(request));
        } catch (RuntimeException e) {
            ProblemWriter.write(problems.problemOf(e), request, response);
            return;
        }
        if (reached) {
            chain.doFilter(request, response);
        } else {
            ProblemWriter.write(Problem.notThereYet(), request, response);
        }
    }

    private static Duration longest(HttpServletRequest request) {
        String millis = request.getHeader("RentWave-Await-Millis");
        if (millis == null || !MILLIS.matcher(millis).matches()) {
            return Duration.ZERO;
        }
        return Duration.ofMillis(Math.min(Long.parseLong(millis), MOST_MILLIS));
    }
}
