package com.rentwave.facade.gateway;

import java.time.Duration;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.core.Ordered;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Reads the body of a write to its end before anything is sent, so that the write can be sent again, and gives it an
 * Idempotency-Key when it has none. A write is refused when all bodies together would be too much. Reads lose their bodies:
 * they mean nothing, and a read may be sent twice.
 */
@Component
class BuffersWrites implements GlobalFilter, Ordered {

    private static final Duration SLOWEST = Duration.ofSeconds(30);

    private final BodyRoom room;

    BuffersWrites(LoadSettings settings) {
        this.room = new BodyRoom(settings.bodies().toBytes());
    }

    @Override
    public int getOrder() {
        return FilterOrder.BUFFER_WRITES;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        Passage passage = Passage.of(exchange);
        if (passage.reads()) {
            return chain.filter(exchange);
        }
        passage.identifyWrite(exchange.getRequest().getHeaders().getFirst(Headers.IDEMPOTENCY_KEY));
        BodyRoom.Share share = room.share();
        return body(exchange.getRequest(), share)
                .timeout(SLOWEST, Mono.error(() -> Problem.requestTimeout().asException()))
                .flatMap(body -> {
                    passage.buffer(body);
                    return chain.filter(exchange);
                })
                .doFinally(end -> share.giveBack());
    }

    /** The rest of a body that is too large is dropped where it comes in, before or after the answer. */
    private static Mono<byte[]> body(ServerHttpRequest request, BodyRoom.Share share) {
        return Mono.defer(() -> {
            BodyBuffer buffer = new BodyBuffer(request.getHeaders().getContentLength(), share);
            return buffer.isTooLarge()
                    ? Mono.just(buffer.bytes())
                    : request.getBody()
                            .doOnNext(buffer::add)
                            .takeUntil(part -> buffer.isTooLarge())
                            .then(Mono.fromSupplier(buffer::bytes));
        });
    }
}
