package com.rentwave.service.process;

import com.rentwave.service.session.BearerTokens;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({SessionProperties.class, InternalProperties.class})
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
