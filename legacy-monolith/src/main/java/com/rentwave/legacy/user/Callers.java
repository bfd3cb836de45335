package com.rentwave.legacy.user;

import com.rentwave.legacy.web.Problem;
import com.rentwave.legacy.web.Refusal;
import jakarta.servlet.http.HttpServletRequest;

/** Who sends a request. */
public final class Callers {

    private static final String SESSION = Callers.class.getName();

    private Callers() {}

    static void enter(HttpServletRequest request, Session session) {
        request.setAttribute(SESSION, session);
    }

    /** The signed-in user's id; refuses the request when nobody is signed in. */
    public static long required(HttpServletRequest request) {
        if (request.getAttribute(SESSION) instanceof Session session) {
            return session.userId();
        }
        throw Refusal.of(Problem.UNAUTHENTICATED, "Sign in, or send a bearer token.")
                .with("WWW-Authenticate", "Bearer");
    }
}
