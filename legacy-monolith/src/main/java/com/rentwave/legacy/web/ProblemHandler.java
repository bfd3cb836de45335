package com.rentwave.legacy.web;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.URLDecodingHandler;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.Methods;
import io.undertow.util.UrlDecodeException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Answers with a problem what the server would refuse without a word before the application sees it: TRACE, addresses with
 * escapes that cannot be read, and the application's own folders. The server leaves reading escapes to this handler.
 */
final class ProblemHandler implements HttpHandler {

    private static final Pattern OWN_FOLDERS =
            Pattern.compile("/+(web|meta)-inf(/.*)?", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private final HttpHandler application;
    private final HttpHandler decoding = new URLDecodingHandler(this::pass, StandardCharsets.UTF_8.name());

    ProblemHandler(HttpHandler application) {
        this.application = application;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        if (exchange.getRequestMethod().equals(Methods.TRACE)) {
            answer(
                    exchange,
                    Refusal.of(Problem.METHOD_NOT_ALLOWED, "This address does not answer TRACE.")
                            .with("Allow", "GET, HEAD, POST, PUT, DELETE"));
            return;
        }
        try {
            decoding.handleRequest(exchange);
        } catch (UrlDecodeException e) {
            answer(exchange, Refusal.of(Problem.BAD_REQUEST, "The request cannot be understood."));
        }
    }

    private void pass(HttpServerExchange exchange) throws Exception {
        if (OWN_FOLDERS.matcher(exchange.getRelativePath()).matches()) {
            answer(exchange, Refusal.noSuchAddress());
        } else {
            application.handleRequest(exchange);
        }
    }

    private static void answer(HttpServerExchange exchange, Refusal refusal) {
        exchange.setStatusCode(refusal.problem().status());
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "application/problem+json");
        exchange.getResponseHeaders().put(Headers.CACHE_CONTROL, "private, no-cache");
        refusal.headers().forEach((name, value) -> exchange.getResponseHeaders().put(new HttpString(name), value));
        exchange.getResponseSender().send(ByteBuffer.wrap(Bodies.bytes(refusal.body(exchange.getRequestURI()))));
    }
}
