package com.rentwave.legacy.user;

import com.rentwave.legacy.web.Problem;
import com.rentwave.legacy.web.Refusal;
import jakarta.servlet.http.HttpServletRequest;

/** Who sends a request. */
public final class Callers {

    private static final String CALLER = Callers.class.getName();

    private Callers() {}

    static void enter(HttpServletRequest request, Caller caller) {
        request.setAttribute(CALLER, caller);
    }

    /** The signed-in user's id; refuses the request when nobody is signed in. */
    public static long required(HttpServletRequest request) {
        return caller(request).userId();
    }

    /** The signed-in administrator's id; refuses the request of everybody else. */
    public static long administrator(HttpServletRequest request) {
        Caller caller = caller(request);
        if (!caller.administrator()) {
            throw Refusal.of(Problem.ADMINISTRATORS_ONLY, "Only administrators may see this.");
        }
        return caller.userId();
    }

    private static Caller caller(HttpServletRequest request) {
        if (request.getAttribute(CALLER) instanceof Caller caller) {
            return caller;
        }
        throw Refusal.of(Problem.UNAUTHENTICATED, "Sign in, or send a bearer token.")
                .with("WWW-Authenticate", "Bearer");
    }
}
