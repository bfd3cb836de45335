package com.rentwave.legacy.user;

import com.rentwave.legacy.web.Problem;
import com.rentwave.legacy.web.Refusal;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.util.Optional;

/**
 * Reads the bearer token of a request; one that is not valid, or of somebody who is not registered here, is refused on every
 * address, public ones too.
 */
@Provider
@PreMatching
@Priority(200)
@ApplicationScoped
public class AuthenticationFilter implements ContainerRequestFilter {

    private static final String SCHEME = "Bearer ";

    @Context
    private HttpServletRequest servlet;

    private final Tokens tokens;
    private final KnownUsers users;

    @Inject
    AuthenticationFilter(Tokens tokens, KnownUsers users) {
        this.tokens = tokens;
        this.users = users;
    }

    public AuthenticationFilter() {
        this(null, null);
    }

    @Override
    public void filter(ContainerRequestContext request) {
        String authorization = servlet.getHeader("Authorization");
        if (authorization != null) {
            Callers.enter(
                    servlet,
                    session(authorization)
                            .flatMap(session -> users.find(session.userId()))
                            .orElseThrow(AuthenticationFilter::invalidToken));
        }
    }

    private Optional<Session> session(String authorization) {
        return authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? tokens.read(authorization.substring(SCHEME.length()).strip())
                : Optional.empty();
    }

    private static Refusal invalidToken() {
        return Refusal.of(Problem.INVALID_TOKEN, "The token is expired or not valid. Sign in again.")
                .with("WWW-Authenticate", "Bearer error=\"invalid_token\"");
    }
}
