package com.rentwave.facade.gateway;

import com.rentwave.facade.session.SeenPositions;
import java.nio.charset.StandardCharsets;
import org.reactivestreams.Publisher;
import org.springframework.boot.web.server.context.WebServerGracefulShutdownLifecycle;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.Ordered;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Streams of events reach their reader at once: headers leave with an empty comment, before anything has happened. When the
 * facade stops it ends them, or it would wait for readers that never leave; they come back and ask for what they missed.
 */
@Component
class OpensStreams implements GlobalFilter, Ordered, SmartLifecycle {

    private static final byte[] COMMENT = ":\n\n".getBytes(StandardCharsets.US_ASCII);

    private final ToldPositions told;
    private final Sinks.Empty<Void> stopping = Sinks.empty();
    private volatile boolean running;

    OpensStreams(ToldPositions told) {
        this.told = told;
    }

    @Override
    public int getOrder() {
        return FilterOrder.OPEN_STREAMS;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        String accepted = exchange.getRequest().getHeaders().getFirst(HttpHeaders.ACCEPT);
        if (accepted == null || !accepted.contains(MediaType.TEXT_EVENT_STREAM_VALUE)) {
            return chain.filter(exchange);
        }
        Passage passage = Passage.of(exchange);
        StreamedPositions positions =
                new StreamedPositions(text -> told.remember(passage, told.and(SeenPositions.NONE, text)));
        return chain.filter(exchange.mutate()
                .response(new Opened(exchange.getResponse(), positions))
                .build());
    }

    private final class Opened extends ServerHttpResponseDecorator {

        private final StreamedPositions positions;

        private Opened(ServerHttpResponse response, StreamedPositions positions) {
            super(response);
            this.positions = positions;
        }

        /** Only answers that come piece by piece are written this way. */
        @Override
        public Mono<Void> writeAndFlushWith(Publisher<? extends Publisher<? extends DataBuffer>> body) {
            if (!MediaType.TEXT_EVENT_STREAM.isCompatibleWith(getHeaders().getContentType())) {
                return super.writeAndFlushWith(body);
            }
            Flux<Publisher<? extends DataBuffer>> opening =
                    Flux.just(Mono.fromSupplier(() -> bufferFactory().wrap(COMMENT)));
            Flux<Publisher<? extends DataBuffer>> events = Flux.<Publisher<? extends DataBuffer>>from(body)
                    .<Publisher<? extends DataBuffer>>map(
                            part -> Flux.from(part).map(chunk -> positions.passed(chunk, bufferFactory())))
                    .takeUntilOther(stopping.asMono());
            return super.writeAndFlushWith(Flux.concat(opening, events));
        }
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        stopping.tryEmitEmpty();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the server begins to wait for the requests in hand. */
    @Override
    public int getPhase() {
        return WebServerGracefulShutdownLifecycle.SMART_LIFECYCLE_PHASE + 1;
    }
}
