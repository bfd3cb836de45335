package com.rentwave.facade.gateway;

import static org.springframework.cloud.gateway.support.ServerWebExchangeUtils.CLIENT_RESPONSE_ATTR;
import static org.springframework.cloud.gateway.support.ServerWebExchangeUtils.CLIENT_RESPONSE_CONN_ATTR;
import static org.springframework.cloud.gateway.support.ServerWebExchangeUtils.CLIENT_RESPONSE_HEADER_NAMES;

import com.rentwave.facade.api.MovingApis;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.HttpMethod;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.reactivestreams.Publisher;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;
import reactor.netty.NettyOutbound;
import reactor.netty.http.client.HttpClientResponse;

/**
 * The end of the chain: sends the request to the side that its passage is aimed at, and takes over the head of the answer.
 * It does what the gateway's own filter does, where the gateway's other filters look for it, with one copy of the headers
 * each way and on the client's own event loop.
 */
@Component
class SendsRequests implements GlobalFilter, Ordered {

    private static final Mono<Void> TOO_LATE = Mono.error(() -> new TimeoutException("no answer in time"));

    private final MovingApis apis;
    private final BackendClients clients;

    SendsRequests(MovingApis apis, BackendClients clients) {
        this.apis = apis;
        this.clients = clients;
    }

    @Override
    public int getOrder() {
        return FilterOrder.SEND_REQUESTS;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        BackendClients.Lane lane = clients.lane(exchange.getRequest());
        Duration limit = Passage.of(exchange).timeLimit();
        return lane.client()
                .request(HttpMethod.valueOf(exchange.getRequest().getMethod().name()))
                .uri(url(exchange))
                .send((request, outbound) -> {
                    RequestHeaders.write(exchange, request.requestHeaders());
                    return body(exchange, outbound);
                })
                .responseConnection((answer, connection) -> {
                    takeOver(exchange, answer, connection);
                    return Mono.just(answer);
                })
                .then()
                .timeout(limit == null ? clients.patience() : limit, TOO_LATE, lane.timer());
    }

    private URI url(ServerWebExchange exchange) {
        Passage passage = Passage.of(exchange);
        URI base = apis.uri(passage.api(), passage.target());
        URI asked = exchange.getRequest().getURI();
        String query = asked.getRawQuery();
        URI url = URI.create(base.getScheme() + "://" + base.getRawAuthority() + asked.getRawPath()
                + (query == null ? "" : "?" + query));
        return query == null || query.chars().allMatch(c -> c < 0x80) ? url : URI.create(url.toASCIIString());
    }

    /** Without one the request is sent as soon as this ends. */
    private static Publisher<Void> body(ServerWebExchange exchange, NettyOutbound outbound) {
        byte[] body = Passage.of(exchange).body();
        return body == null || body.length == 0 ? Mono.empty() : outbound.sendObject(Unpooled.wrappedBuffer(body));
    }

    private static void takeOver(ServerWebExchange exchange, HttpClientResponse answer, Connection connection) {
        Map<String, Object> attributes = exchange.getAttributes();
        attributes.put(CLIENT_RESPONSE_ATTR, answer);
        attributes.put(CLIENT_RESPONSE_CONN_ATTR, connection);
        ServerHttpResponse response = exchange.getResponse();
        if (response.isCommitted()) {
            return;
        }
        response.setStatusCode(HttpStatusCode.valueOf(answer.status().code()));
        HttpHeaders headers = response.getHeaders();
        List<String> names = new ArrayList<>();
        for (Map.Entry<String, String> header : answer.responseHeaders()) {
            if (!Headers.endsHere(header.getKey())) {
                headers.add(header.getKey(), header.getValue());
                names.add(header.getKey());
            }
        }
        attributes.put(CLIENT_RESPONSE_HEADER_NAMES, names);
    }
}
