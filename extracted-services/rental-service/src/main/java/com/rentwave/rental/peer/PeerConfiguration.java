package com.rentwave.rental.peer;

import com.rentwave.service.process.InternalProperties;
import java.net.http.HttpClient;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PeerProperties.class)
class PeerConfiguration {

    /** HTTP/1.1: an upgrade would cost each new connection a round trip. */
    @Bean
    HttpClient peerClient(PeerProperties properties) {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(properties.peers().connect())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    @Bean
    Peer monolith(HttpClient client, PeerProperties properties, InternalProperties internal) {
        return new Peer(
                client, properties.legacy().uri(), "The monolith", internal.internalToken(), properties.peers());
    }

    @Bean
    Peer vehicleService(HttpClient client, PeerProperties properties, InternalProperties internal) {
        return new Peer(
                client,
                properties.vehicles().uri(),
                "The vehicle service",
                internal.internalToken(),
                properties.peers());
    }
}
