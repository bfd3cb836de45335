package com.rentwave.facade.gateway;

import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.cloud.gateway.config.HttpClientProperties;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.stereotype.Component;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.netty.Connection;
import reactor.netty.NettyPipeline;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;
import reactor.netty.resources.LoopResources;

/**
 * The connections to the backends: a pool for each event loop, so that a request is read, sent on and answered by one
 * thread and waits for no other. The settings are the gateway's; its bound of connections is shared by the loops.
 */
@Component
class BackendClients implements DisposableBean {

    private final HttpClientProperties settings;
    private final Duration patience;
    private final Map<EventLoop, Lane> lanes = new ConcurrentHashMap<>();

    /**
     * What one event loop sends requests with.
     *
     * @param timer runs on that loop
     */
    record Lane(ConnectionProvider pool, HttpClient client, Scheduler timer) {}

    BackendClients(HttpClientProperties settings) {
        this.settings = settings;
        this.patience = Objects.requireNonNull(settings.getResponseTimeout(), "response-timeout");
    }

    /** How long a backend may take until the head of its answer is here, and then with each part of it. */
    Duration patience() {
        return patience;
    }

    /** The lane of the event loop that the client of a request is connected to. */
    Lane lane(ServerHttpRequest request) {
        EventLoop loop = loop(request);
        Lane lane = lanes.get(loop);
        return lane == null ? lanes.computeIfAbsent(loop, this::lane) : lane;
    }

    /** The event loop that the client of a request is connected to. */
    static EventLoop loop(ServerHttpRequest request) {
        Connection connection = ServerHttpRequestDecorator.getNativeRequest(request);
        return connection.channel().eventLoop();
    }

    /** The client must never send a request again by itself when a connection breaks: it may be a write. */
    private Lane lane(EventLoop loop) {
        HttpClientProperties.Pool bounds = settings.getPool();
        int share = Math.max(1, bounds.getMaxConnections() / LoopResources.DEFAULT_IO_WORKER_COUNT);
        ConnectionProvider pool = ConnectionProvider.builder("backends")
                .maxConnections(share)
                .pendingAcquireMaxCount(-1)
                .pendingAcquireTimeout(Duration.ofMillis(bounds.getAcquireTimeout()))
                .maxIdleTime(bounds.getMaxIdleTime())
                .lifo()
                .build();
        HttpClient client = HttpClient.create(pool)
                .disableRetry(true)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, settings.getConnectTimeout())
                .doOnChannelInit((observer, channel, address) -> channel.pipeline()
                        .addBefore(
                                NettyPipeline.ReactiveBridge, "rentwave.noticesSilence", new NoticesSilence(patience)));
        return new Lane(pool, client, Schedulers.fromExecutorService(loop));
    }

    @Override
    public void destroy() {
        lanes.values().forEach(lane -> lane.pool().dispose());
    }
}
