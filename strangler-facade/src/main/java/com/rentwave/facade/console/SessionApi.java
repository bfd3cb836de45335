package com.rentwave.facade.console;

import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import com.rentwave.facade.cutover.OrderedBy;
import com.rentwave.facade.session.SessionCookies;
import java.time.Duration;
import java.time.Instant;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Signing in and out at the console's page. */
@Component
class SessionApi {

    private final Admission admission;
    private final ConsoleSessions sessions;
    private final JsonMapper json;

    SessionApi(Admission admission, ConsoleSessions sessions, JsonMapper json) {
        this.admission = admission;
        this.sessions = sessions;
        this.json = json;
    }

    /** Who the browser's user is; nobody when the role is null. */
    record SessionView(String role, Instant expiresAt, String name) {}

    /** What somebody signs in with; no name is null. */
    private record SignIn(String token, String name) {}

    RouterFunction<ServerResponse> routes() {
        return route().GET("/session", this::current)
                .POST("/session", this::signIn)
                .DELETE("/session", this::signOut)
                .build();
    }

    private Mono<ServerResponse> current(ServerRequest request) {
        SessionView view = admission.session(request).map(SessionApi::view).orElse(new SessionView(null, null, null));
        return answer().bodyValue(view);
    }

    private Mono<ServerResponse> signIn(ServerRequest request) {
        return request.bodyToMono(String.class).defaultIfEmpty("").flatMap(body -> {
            SignIn signIn = signIn(body);
            ConsoleSessions.Session session = admission.signIn(request, signIn.token(), signIn.name());
            return answer().cookie(cookie(request, sessions.write(session), ConsoleSessions.LIFETIME))
                    .bodyValue(view(session));
        });
    }

    private Mono<ServerResponse> signOut(ServerRequest request) {
        return Mono.defer(() -> {
            Admission.requireOwnPage(request);
            return ServerResponse.noContent()
                    .cookie(cookie(request, "", Duration.ZERO))
                    .build();
        });
    }

    private SignIn signIn(String body) {
        try {
            JsonNode sent = json.readTree(body);
            return new SignIn(sent.path("token").asString("").strip(), name(sent));
        } catch (JacksonException e) {
            throw ConsoleProblem.invalid("Send {\"token\":\"…\"}.");
        }
    }

    /** The name in a body of JSON; null when there is none. */
    static String name(JsonNode sent) {
        String name = sent.path("name").asString("").strip();
        if (name.isEmpty()) {
            return null;
        }
        if (!OrderedBy.isName(name)) {
            throw ConsoleProblem.invalid(OrderedBy.NAMES);
        }
        return name;
    }

    private static ServerResponse.BodyBuilder answer() {
        return ServerResponse.ok().contentType(MediaType.APPLICATION_JSON).header("Cache-Control", "no-store");
    }

    private static SessionView view(ConsoleSessions.Session session) {
        return new SessionView(session.role().word(), session.expiresAt(), session.name());
    }

    private static ResponseCookie cookie(ServerRequest request, String value, Duration age) {
        return ResponseCookie.from(SessionCookies.CONSOLE, value)
                .path("/")
                .maxAge(age)
                .httpOnly(true)
                .secure("https".equalsIgnoreCase(request.uri().getScheme()))
                .sameSite("Strict")
                .build();
    }
}
