package com.rentwave.vehicle.application;

import com.rentwave.vehicle.session.BearerTokens;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SessionProperties.class)
class ServiceConfiguration {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    BearerTokens bearerTokens(SessionProperties properties, Clock clock) {
        return new BearerTokens(properties.uri(), clock);
    }
}
