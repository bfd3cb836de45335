package com.rentwave.facade.gateway;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.netty.channel.AbortedException;
import tools.jackson.databind.json.JsonMapper;

/** Writes the facade's own answers. */
@Component
class AnswersProblems implements GlobalFilter, Ordered {

    private static final Logger LOG = LoggerFactory.getLogger(AnswersProblems.class);

    private final JsonMapper json = new JsonMapper();

    @Override
    public int getOrder() {
        return FilterOrder.ANSWER_PROBLEMS;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        return chain.filter(exchange).onErrorResume(e -> answer(exchange, e));
    }

    private Mono<Void> answer(ServerWebExchange exchange, Throwable error) {
        ServerHttpResponse response = exchange.getResponse();
        boolean clientLeft = error instanceof AbortedException || AbortedException.isConnectionReset(error);
        if (response.isCommitted() || clientLeft) {
            return Mono.error(error);
        }
        Problem problem = Problem.internalError();
        if (error instanceof ProblemException known) {
            problem = known.problem();
        } else {
            LOG.error("a request ended in an unforeseen error", error);
        }
        return write(exchange, problem);
    }

    private Mono<Void> write(ServerWebExchange exchange, Problem problem) {
        ServerHttpResponse response = exchange.getResponse();
        String path = exchange.getRequest().getURI().getRawPath();
        byte[] body = json.writeValueAsBytes(problem.members(path));
        response.setStatusCode(HttpStatusCode.valueOf(problem.status()));
        HttpHeaders headers = response.getHeaders();
        headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        headers.setContentLength(body.length);
        headers.set(HttpHeaders.CACHE_CONTROL, "private, no-cache");
        problem.headers().forEach(headers::set);
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(body)));
    }
}
