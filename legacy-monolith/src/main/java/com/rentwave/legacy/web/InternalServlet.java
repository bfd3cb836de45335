package com.rentwave.legacy.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.MessageDigest;

/**
 * An address for RentWave's other parts and its operators, never for users. Whoever calls proves it by the internal token;
 * without one in the environment everybody is refused. Refusals are answered as problems.
 */
public abstract class InternalServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final String TOKEN = "RENTWAVE_INTERNAL_TOKEN";
    private static final String SCHEME = "Bearer ";

    @Override
    protected final void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        try {
            authenticate(request, System.getenv(TOKEN));
            super.service(request, response);
        } catch (RuntimeException e) {
            Refusal refusal = Refusal.in(e).orElseGet(() -> Outage.unforeseen(e));
            response.setStatus(refusal.problem().status());
            response.setContentType("application/problem+json");
            refusal.headers().forEach(response::setHeader);
            response.getOutputStream().write(Bodies.bytes(refusal.body(request.getRequestURI())));
        }
    }

    protected static void json(HttpServletResponse response, JsonText body) throws IOException {
        response.setContentType("application/json");
        response.getOutputStream().write(Bodies.bytes(body.toString()));
    }

    private static void authenticate(HttpServletRequest request, String token) {
        String given = request.getHeader("Authorization");
        boolean known = token != null
                && !token.isBlank()
                && given != null
                && given.startsWith(SCHEME)
                && MessageDigest.isEqual(Bodies.bytes(given.substring(SCHEME.length())), Bodies.bytes(token));
        if (!known) {
            throw Refusal.of(Problem.UNAUTHENTICATED, "Send the internal token as a bearer token.")
                    .with("WWW-Authenticate", "Bearer");
        }
    }
}
