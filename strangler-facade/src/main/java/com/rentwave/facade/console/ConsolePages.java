package com.rentwave.facade.console;

import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** The console's page. It holds no data: it asks the operator API with the token its user pastes. */
@Component
class ConsolePages {

    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
            + " img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    RouterFunction<ServerResponse> routes() {
        return route().GET("/", request -> file("index.html", "text/html;charset=UTF-8"))
                .GET("/console.js", request -> file("console.js", "text/javascript;charset=UTF-8"))
                .GET("/console.css", request -> file("console.css", "text/css;charset=UTF-8"))
                .GET("/health", request -> ServerResponse.ok()
                        .contentType(MediaType.APPLICATION_JSON)
                        .bodyValue(Map.of("status", "UP")))
                .build();
    }

    private static Mono<ServerResponse> file(String name, String type) {
        return ServerResponse.ok()
                .contentType(MediaType.parseMediaType(type))
                .header("Content-Security-Policy", POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .header("Cache-Control", "no-cache")
                .bodyValue(new ClassPathResource("console/" + name));
    }
}
