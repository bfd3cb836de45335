package com.rentwave.facade.console;

import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** The console's page and its parts. They hold no data: that is asked of the operator API, by those who are signed in. */
@Component
class ConsolePages {

    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
            + " img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static final Map<String, String> TYPES = Map.of(
            "css", "text/css;charset=UTF-8",
            "js", "text/javascript;charset=UTF-8",
            "svg", "image/svg+xml");

    RouterFunction<ServerResponse> routes() {
        return route().GET("/", request -> file("index.html", "text/html;charset=UTF-8"))
                .GET("/health", request -> ServerResponse.ok()
                        .contentType(MediaType.APPLICATION_JSON)
                        .bodyValue(Map.of("status", "UP")))
                .build()
                .and(RouterFunctions.route(ConsolePages::isFile, ConsolePages::file));
    }

    /** One name without a folder, of a kind we have: nothing else of the class path can be asked for. */
    private static boolean isFile(ServerRequest request) {
        return request.method().name().equals("GET")
                && request.path().matches("/[a-z-]+\\.(css|js|svg)")
                && new ClassPathResource("console" + request.path()).exists();
    }

    private static Mono<ServerResponse> file(ServerRequest request) {
        String name = request.path().substring(1);
        return file(name, TYPES.get(name.substring(name.lastIndexOf('.') + 1)));
    }

    private static Mono<ServerResponse> file(String name, String type) {
        return ServerResponse.ok()
                .contentType(MediaType.parseMediaType(type))
                .header("Content-Security-Policy", POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .header("X-Frame-Options", "DENY")
                .header("Referrer-Policy", "no-referrer")
                .header("Cache-Control", "no-cache")
                .bodyValue(new ClassPathResource("console/" + name));
    }
}
