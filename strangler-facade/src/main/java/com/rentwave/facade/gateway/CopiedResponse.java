package com.rentwave.facade.gateway;

import java.io.ByteArrayOutputStream;
import java.util.Optional;
import org.reactivestreams.Publisher;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Passes a body on as it comes and keeps a copy of it, up to a bound. A stream of events is not copied. */
final class CopiedResponse extends ServerHttpResponseDecorator {

    private final int largest;
    private ByteArrayOutputStream copy = new ByteArrayOutputStream();

    CopiedResponse(ServerHttpResponse response, int largest) {
        super(response);
        this.largest = largest;
    }

    /** What was written; empty when it was too large or a stream. */
    Optional<byte[]> copy() {
        return Optional.ofNullable(copy).map(ByteArrayOutputStream::toByteArray);
    }

    @Override
    public Mono<Void> writeWith(Publisher<? extends DataBuffer> body) {
        return super.writeWith(
                body instanceof Mono<? extends DataBuffer> whole
                        ? whole.doOnNext(this::keep)
                        : Flux.from(body).doOnNext(this::keep));
    }

    @Override
    public Mono<Void> writeAndFlushWith(Publisher<? extends Publisher<? extends DataBuffer>> body) {
        copy = null;
        return super.writeAndFlushWith(body);
    }

    private void keep(DataBuffer part) {
        if (copy == null) {
            return;
        }
        int length = part.readableByteCount();
        if (copy.size() + length > largest) {
            copy = null;
            return;
        }
        byte[] bytes = new byte[length];
        int start = part.readPosition();
        part.read(bytes);
        part.readPosition(start);
        copy.writeBytes(bytes);
    }
}
