package com.rentwave.facade.gateway;

import static org.springframework.cloud.gateway.support.ServerWebExchangeUtils.CLIENT_RESPONSE_CONN_ATTR;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.time.Duration;
import java.util.List;
import org.springframework.cloud.gateway.config.GatewayProperties;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.core.Ordered;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.NettyDataBufferFactory;
import org.springframework.http.HttpMethod;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SignalType;
import reactor.netty.Connection;

/**
 * Writes the backend's answer to the client. A short one whose length is told is sent in one piece, head and body
 * together, once it is here as a whole: that costs the machine less than sending both apart, and a backend that breaks off
 * or stops in the middle ({@link NoticesSilence}, or the passage's own time limit, once more as long as for the head) is told
 * as a problem. Everything else is passed on as it comes.
 */
@Component
class WritesAnswers implements GlobalFilter, Ordered {

    /** In bytes. */
    private static final int SHORT = 32 * 1024;

    private static final int NO_CONTENT = 204;
    private static final int NOT_MODIFIED = 304;

    private final Backend backend;
    private final BackendClients clients;
    private final List<MediaType> streams;

    WritesAnswers(Backend backend, BackendClients clients, GatewayProperties properties) {
        this.backend = backend;
        this.clients = clients;
        this.streams = properties.getStreamingMediaTypes();
    }

    @Override
    public int getOrder() {
        return FilterOrder.WRITE_RESPONSE;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        return chain.filter(exchange).then(Mono.defer(() -> write(exchange))).doFinally(end -> {
            Connection connection = exchange.getAttribute(CLIENT_RESPONSE_CONN_ATTR);
            if (end != SignalType.ON_COMPLETE && connection != null) {
                connection.dispose();
            }
        });
    }

    private Mono<Void> write(ServerWebExchange exchange) {
        Connection connection = exchange.getAttribute(CLIENT_RESPONSE_CONN_ATTR);
        if (connection == null) {
            return Mono.empty();
        }
        ServerHttpResponse response = exchange.getResponse();
        NettyDataBufferFactory buffers = (NettyDataBufferFactory) response.bufferFactory();
        Flux<ByteBuf> body = connection.inbound().receive().map(ByteBuf::retain);
        if (isShort(exchange)) {
            return response.writeWith(whole(exchange, body)
                    .onErrorMap(e -> backend.brokenOff(exchange, e))
                    .map(buffers::wrap));
        }
        Flux<DataBuffer> parts = body.map(buffers::wrap);
        return isStream(response) ? response.writeAndFlushWith(parts.map(Flux::just)) : response.writeWith(parts);
    }

    private Mono<ByteBuf> whole(ServerWebExchange exchange, Flux<ByteBuf> body) {
        Mono<ByteBuf> whole = body.reduce(Unpooled::wrappedBuffer).doOnDiscard(ByteBuf.class, ByteBuf::release);
        Duration limit = Passage.of(exchange).timeLimit();
        return limit == null
                ? whole
                : whole.timeout(limit, clients.lane(exchange.getRequest()).timer());
    }

    /** Such a head may tell the length of a body that does not come. */
    private static boolean isShort(ServerWebExchange exchange) {
        int status = Backend.status(exchange);
        long length = exchange.getResponse().getHeaders().getContentLength();
        return 0 < length
                && length <= SHORT
                && status != NO_CONTENT
                && status != NOT_MODIFIED
                && exchange.getRequest().getMethod() != HttpMethod.HEAD;
    }

    private boolean isStream(ServerHttpResponse response) {
        try {
            MediaType type = response.getHeaders().getContentType();
            return type != null && streams.stream().anyMatch(stream -> stream.isCompatibleWith(type));
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }
}
