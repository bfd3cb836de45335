package com.rentwave.facade.backend;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BackendConfiguration.Addresses.class)
class BackendConfiguration {

    /**
     * Where the providers are.
     *
     * @param legacyUri the monolith
     * @param vehiclesUri the vehicle service
     */
    @ConfigurationProperties("rentwave.backends")
    record Addresses(URI legacyUri, URI vehiclesUri) {}

    @Bean
    Backends providers(Addresses addresses, JsonMapper json) {
        HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(1))
                .build();
        return new HttpBackends(http, addresses.legacyUri(), addresses.vehiclesUri(), json);
    }
}
