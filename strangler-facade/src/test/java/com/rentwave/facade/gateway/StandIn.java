package com.rentwave.facade.gateway;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.NettyPipeline;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import reactor.netty.resources.LoopResources;

/** A small real HTTP server that stands for a backend, answers as it is told and remembers what it was asked. */
final class StandIn implements AutoCloseable {

    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private volatile Function<Asked, Mono<Answer>> behaviour;
    /** Its own loops: a facade that stops takes the shared ones with it. */
    private final LoopResources loops = LoopResources.create("stand-in", 1, true);

    private final DisposableServer server;

    /** @param headers by lower-case name, the first value of each */
    record Asked(String method, String uri, Map<String, String> headers, byte[] body) {
        String header(String name) {
            return headers.get(name.toLowerCase(java.util.Locale.ROOT));
        }

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    /** How an answer ends. */
    enum Ending {
        WELL,
        HANG_UP,
        BREAK_OFF,
        STOP
    }

    record Answer(int status, Map<String, String> headers, byte[] body, Ending ending) {
        static Answer of(int status, String body, String... headers) {
            Map<String, String> map = new TreeMap<>();
            for (int i = 0; i < headers.length; i += 2) {
                map.put(headers[i], headers[i + 1]);
            }
            return new Answer(status, map, body.getBytes(StandardCharsets.UTF_8), Ending.WELL);
        }

        static Answer hangUp() {
            return new Answer(0, Map.of(), new byte[0], Ending.HANG_UP);
        }

        /** Tells a longer body than comes; then the connection is closed instead of its rest. */
        static Answer breakOff(int status, String body, String... headers) {
            return part(Ending.BREAK_OFF, of(status, body, headers));
        }

        /** Tells a longer body than comes; the connection stays open. */
        static Answer stop(int status, String body) {
            return part(Ending.STOP, of(status, body));
        }

        private static Answer part(Ending ending, Answer whole) {
            return new Answer(whole.status, whole.headers, whole.body, ending);
        }
    }

    StandIn() {
        answers(asked -> Answer.of(200, "ok"));
        server = HttpServer.create()
                .runOn(loops)
                .host("127.0.0.1")
                .port(0)
                .handle(this::handle)
                .bindNow();
    }

    int port() {
        return server.port();
    }

    String uri() {
        return "http://127.0.0.1:" + port();
    }

    void answers(Function<Asked, Answer> answer) {
        behaviour = asked -> Mono.just(answer.apply(asked));
    }

    void answersLater(Function<Asked, Mono<Answer>> answer) {
        behaviour = answer;
    }

    List<Asked> asked() {
        return asked;
    }

    void forget() {
        asked.clear();
        answers(any -> Answer.of(200, "ok"));
    }

    private Publisher<Void> handle(HttpServerRequest request, HttpServerResponse response) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        request.requestHeaders().forEach(entry -> headers.putIfAbsent(entry.getKey(), entry.getValue()));
        return request.receive()
                .aggregate()
                .map(ByteBufUtil::getBytes)
                .defaultIfEmpty(new byte[0])
                .flatMap(body -> {
                    Asked one = new Asked(request.method().name(), request.uri(), headers, body);
                    asked.add(one);
                    return behaviour.apply(one);
                })
                .flatMap(answer -> answer(response, answer));
    }

    private static Mono<Void> answer(HttpServerResponse response, Answer answer) {
        if (answer.ending() == Ending.HANG_UP) {
            response.withConnection(connection -> connection.channel().close());
            return Mono.never();
        }
        if (answer.ending() != Ending.WELL) {
            return answerInPart(response, answer);
        }
        response.status(answer.status());
        answer.headers().forEach(response::header);
        if (answer.status() == 204 || answer.status() == 304) {
            return response.send().then();
        }
        response.header("Content-Length", Integer.toString(answer.body().length));
        return response.sendObject(Unpooled.wrappedBuffer(answer.body())).then();
    }

    /** Past the server's own handlers, which would not send less than they told. */
    private static Mono<Void> answerInPart(HttpServerResponse response, Answer answer) {
        StringBuilder head = new StringBuilder("HTTP/1.1 " + answer.status() + " Something\r\n");
        answer.headers().forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
        head.append("Content-Length: " + (answer.body().length + 100) + "\r\n\r\n");
        ByteBuf part = Unpooled.wrappedBuffer(head.toString().getBytes(StandardCharsets.US_ASCII), answer.body());
        response.withConnection(connection -> {
            ChannelFuture sent = connection
                    .channel()
                    .pipeline()
                    .context(NettyPipeline.HttpCodec)
                    .writeAndFlush(part);
            if (answer.ending() == Ending.BREAK_OFF) {
                sent.addListener(ChannelFutureListener.CLOSE);
            }
        });
        return Mono.never();
    }

    @Override
    public void close() {
        server.disposeNow(Duration.ofSeconds(30));
        loops.dispose();
    }
}
