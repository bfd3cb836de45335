package com.rentwave.facade.console;

import com.rentwave.facade.cutover.OrderedBy;
import com.rentwave.facade.session.SessionCookies;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpCookie;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.HandlerFunction;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/**
 * Lets a request in by what it shows: scripts a bearer token, browsers the cookie of a session. A browser sends that cookie
 * along for pages of this host's other ports too, so a change must also come from the console's own page.
 */
@Component
class Admission {

    private static final String SCHEME = "Bearer ";
    private static final String ADMITTED = Admission.class.getName();
    private static final int FREE_SIGN_INS = 5;
    private static final int FREE_BEARERS = 20;
    private static final Duration LONGEST_SIGN_IN = Duration.ofMinutes(1);
    private static final Duration LONGEST_BEARER = Duration.ofSeconds(5);

    private final ConsoleTokens tokens;
    private final ConsoleSessions sessions;
    private final GuessBrake signIns = new GuessBrake(FREE_SIGN_INS, LONGEST_SIGN_IN, System::nanoTime);
    private final GuessBrake bearers = new GuessBrake(FREE_BEARERS, LONGEST_BEARER, System::nanoTime);

    Admission(ConsoleTokens tokens, ConsoleSessions sessions) {
        this.tokens = tokens;
        this.sessions = sessions;
    }

    /** Who made a request that was let in, by what was shown; the name is the one given at the sign-in, or null. */
    private record Admitted(Role role, String way, String name) {}

    Mono<ServerResponse> admit(ServerRequest request, HandlerFunction<ServerResponse> next) {
        return Mono.defer(() -> {
            Admitted admitted = admitted(request);
            if (!admitted.role().may(request.method().name())) {
                throw ConsoleProblem.forbidden("A viewer looks; this takes the operator token.");
            }
            request.attributes().put(ADMITTED, admitted);
            return next.handle(request);
        });
    }

    /**
     * Who orders something by a request that was let in.
     *
     * @param name what the order says; counts where no name was given at a sign-in, may be null
     */
    static OrderedBy orderedBy(ServerRequest request, String name) {
        Admitted admitted = (Admitted) request.attribute(ADMITTED).orElseThrow();
        return OrderedBy.operator(admitted.way(), admitted.name() == null ? name : admitted.name());
    }

    /**
     * Signs a browser in.
     *
     * @param name what its user wants to be called; may be null
     */
    ConsoleSessions.Session signIn(ServerRequest request, String token, String name) {
        requireOwnPage(request);
        return sessions.begin(check(request, token, signIns, "Wrong token."), name);
    }

    /** The browser's session; empty when it has none. */
    Optional<ConsoleSessions.Session> session(ServerRequest request) {
        HttpCookie cookie = request.cookies().getFirst(SessionCookies.CONSOLE);
        return Optional.ofNullable(cookie).map(HttpCookie::getValue).flatMap(sessions::read);
    }

    private Admitted admitted(ServerRequest request) {
        String authorization = request.headers().firstHeader(HttpHeaders.AUTHORIZATION);
        if (authorization != null) {
            String token = authorization.startsWith(SCHEME)
                    ? authorization.substring(SCHEME.length()).trim()
                    : "";
            return new Admitted(check(request, token, bearers, "This token is not valid."), "bearer token", null);
        }
        ConsoleSessions.Session session =
                session(request).orElseThrow(() -> ConsoleProblem.unauthenticated("Sign in, or send a token."));
        if (!Role.VIEWER.may(request.method().name())) {
            requireOwnPage(request);
        }
        return new Admitted(session.role(), "browser session", session.name());
    }

    private Role check(ServerRequest request, String token, GuessBrake brake, String wrong) {
        String address =
                request.remoteAddress().map(InetSocketAddress::getHostString).orElse("unknown");
        Duration wait = brake.wait(address);
        if (!wait.isZero()) {
            throw ConsoleProblem.tooManyGuesses(wait);
        }
        Optional<Role> role = tokens.role(token);
        if (role.isEmpty()) {
            brake.wrong(address);
            throw ConsoleProblem.unauthenticated(wrong);
        }
        brake.right(address);
        return role.get();
    }

    /** Browsers say where a change comes from; whoever does not say it is no browser, and has no cookie to lend. */
    static void requireOwnPage(ServerRequest request) {
        String origin = request.headers().firstHeader(HttpHeaders.ORIGIN);
        String host = request.headers().firstHeader(HttpHeaders.HOST);
        boolean own = origin == null
                ? request.headers().header("Sec-Fetch-Site").isEmpty()
                : origin.equals("http://" + host) || origin.equals("https://" + host);
        if (!own) {
            throw ConsoleProblem.forbidden("This did not come from the console's own page.");
        }
    }
}
