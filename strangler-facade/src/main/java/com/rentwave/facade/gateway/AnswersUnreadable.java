package com.rentwave.facade.gateway;

import java.nio.charset.StandardCharsets;
import org.reactivestreams.Publisher;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers a request whose address is none, such as {@code /%zz}, with a problem. Spring never sees it: before any filter the
 * server has chosen 400 and would send it without a word.
 */
@Component
class AnswersUnreadable implements NettyServerCustomizer {

    private static final int BAD_REQUEST = 400;

    private final JsonMapper json = new JsonMapper();

    @Override
    public HttpServer apply(HttpServer server) {
        return server.mapHandle(this::answer);
    }

    private Mono<Void> answer(Mono<Void> handled, Connection connection) {
        if (!(connection instanceof HttpServerResponse response)
                || response.status().code() != BAD_REQUEST) {
            return handled;
        }
        String target = ((HttpServerRequest) connection).uri();
        String path = target.split("\\?", 2)[0];
        byte[] body =
                json.writeValueAsString(Problem.badRequest().members(path)).getBytes(StandardCharsets.UTF_8);
        Publisher<Void> sent = response.header(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_PROBLEM_JSON_VALUE)
                .header(HttpHeaders.CONTENT_LENGTH, Integer.toString(body.length))
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .sendByteArray(Mono.just(body));
        return Mono.from(sent);
    }
}
