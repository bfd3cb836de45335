package com.rentwave.vehicle.web;

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

/** Lets a request in when this side has what its sender has seen on the other side, and answers 425 when it does not come. */
@Component
@Order(1)
class AwaitFilter extends OncePerRequestFilter {

    private static final Pattern MILLIS = Pattern.compile("[0-9]{1,9}");
    private static final long MOST_MILLIS = 5000;

    private final ReachedPositions positions;
    private final ProblemAdvice problems;

    AwaitFilter(ReachedPositions positions, ProblemAdvice problems) {
        this.positions = positions;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getHeader("RentWave-Await") == null || !ApiPath.covers(request);
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
