package com.rentwave.facade.connection;

import io.netty.channel.ChannelPipeline;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.netty.NettyPipeline;
import reactor.netty.http.server.HttpServer;

/** What each connection of a client has beside the server's own handlers. */
@Configuration(proxyBeanMethods = false)
public class ServerConnections {

    @Bean
    NettyServerCustomizer connectionHandlers() {
        return ServerConnections::readToTheEnd;
    }

    /** A server whose clients get their answer even if they have not sent their whole body by then. */
    public static HttpServer readToTheEnd(HttpServer server) {
        return server.doOnChannelInit((observer, channel, address) -> {
            ChannelPipeline pipeline = channel.pipeline();
            if (pipeline.get(NettyPipeline.HttpTrafficHandler) != null) {
                DrainsBodies.addTo(pipeline);
                KeepsReading.addTo(pipeline);
            }
        });
    }
}
