package com.rentwave.facade.gateway;

import com.rentwave.facade.route.Phase;
import com.rentwave.facade.route.RouteTables;
import com.rentwave.facade.shadow.Read;
import com.rentwave.facade.shadow.Sample;
import com.rentwave.facade.shadow.Shadows;
import com.rentwave.facade.shadow.SideAnswer;
import io.netty.channel.EventLoop;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Offers GETs of an API that both sides could answer for comparison, once the user has the answer. The user's answer is
 * not held up or changed; when no copy is wanted it is not even looked at.
 */
@Component
class ShadowsReads implements GlobalFilter, Ordered {

    private static final Set<Phase> PHASES = EnumSet.of(Phase.SHADOW, Phase.CANARY, Phase.READS);
    private static final Set<String> DECIDING = Set.of(
            HttpHeaders.ACCEPT,
            HttpHeaders.ACCEPT_LANGUAGE,
            HttpHeaders.IF_NONE_MATCH,
            HttpHeaders.IF_MODIFIED_SINCE,
            HttpHeaders.RANGE);

    private final RouteTables tables;
    private final Shadows shadows;

    ShadowsReads(RouteTables tables, Shadows shadows) {
        this.tables = tables;
        this.shadows = shadows;
    }

    @Override
    public int getOrder() {
        return FilterOrder.SHADOW_READS;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        Passage passage = Passage.of(exchange);
        boolean copied = exchange.getRequest().getMethod() == HttpMethod.GET
                && tables.current()
                        .route(passage.api())
                        .filter(route -> PHASES.contains(route.phase()))
                        .isPresent()
                && shadows.wants(passage.api());
        if (!copied) {
            return chain.filter(exchange);
        }
        // once the answer is sent, the request knows its connection no more
        EventLoop loop = BackendClients.loop(exchange.getRequest());
        CopiedResponse response = new CopiedResponse(exchange.getResponse(), shadows.largest());
        return chain.filter(exchange.mutate().response(response).build())
                .then(Mono.fromRunnable(() -> offer(exchange, loop, passage, response)));
    }

    private void offer(ServerWebExchange exchange, EventLoop loop, Passage passage, CopiedResponse response) {
        boolean encoded = response.getHeaders().containsHeader(HttpHeaders.CONTENT_ENCODING);
        if (Backend.status(exchange) == 0) {
            return;
        }
        if (response.copy().isEmpty() || encoded) {
            shadows.leaveOut(passage.api());
            return;
        }
        shadows.offer(passage.api(), loop, () -> sample(exchange, passage, response));
    }

    private static Sample sample(ServerWebExchange exchange, Passage passage, CopiedResponse response) {
        Map<String, String> headers = new TreeMap<>();
        response.getHeaders().forEach((name, values) -> headers.put(name, String.join(", ", values)));
        Backend.header(exchange, Headers.POSITION)
                .ifPresentOrElse(
                        position -> headers.put(Headers.POSITION, position), () -> headers.remove(Headers.POSITION));
        return new Sample(
                read(exchange.getRequest(), passage),
                passage.target(),
                new SideAnswer(
                        Backend.status(exchange), headers, response.copy().orElseThrow()));
    }

    private static Read read(ServerHttpRequest request, Passage passage) {
        String query = request.getURI().getRawQuery();
        Map<String, String> headers = new TreeMap<>();
        for (String name : DECIDING) {
            String value = request.getHeaders().getFirst(name);
            if (value != null) {
                headers.put(name, value);
            }
        }
        if (passage.authorization() != null) {
            headers.put(HttpHeaders.AUTHORIZATION, passage.authorization());
        }
        return new Read(passage.api(), passage.path().raw() + (query == null ? "" : "?" + query), headers);
    }
}
