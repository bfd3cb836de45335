package com.rentwave.service.web;

import com.rentwave.service.session.BearerTokens;
import com.rentwave.service.session.TokenCheck;
import com.rentwave.service.session.User;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Finds out who is asking. Nobody is fine here; a token that is not good is refused everywhere. */
@Component
@Order(2)
public class SessionFilter extends OncePerRequestFilter {

    private static final String USER = SessionFilter.class.getName() + ".user";

    private final BearerTokens tokens;

    public SessionFilter(BearerTokens tokens) {
        this.tokens = tokens;
    }

    /** @throws Refusal when nobody is signed in */
    public static User user(HttpServletRequest request) {
        return Optional.ofNullable((User) request.getAttribute(USER))
                .orElseThrow(() -> new Refusal(Problem.unauthenticated()));
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !ApiPath.covers(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        TokenCheck check = tokens.check(request.getHeader("Authorization"));
        if (check instanceof TokenCheck.Good good) {
            request.setAttribute(USER, good.user());
        } else if (check instanceof TokenCheck.Bad) {
            ProblemWriter.write(Problem.invalidToken(), request, response);
            return;
        } else if (check instanceof TokenCheck.Unknown) {
            ProblemWriter.write(
                    Problem.unavailable("The keys that sign-ins are checked with cannot be fetched."),
                    request,
                    response);
            return;
        }
        chain.doFilter(request, response);
    }
}
