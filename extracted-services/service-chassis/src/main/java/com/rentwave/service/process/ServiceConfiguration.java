package com.rentwave.service.process;

import com.rentwave.service.session.BearerTokens;
import com.rentwave.service.store.FairDataSource;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import org.springframework.beans.factory.config.BeanPostProcessor;
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

    /** Whoever needs a connection gets it in turn. */
    @Bean
    static BeanPostProcessor fairDataSource() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof HikariDataSource pool ? new FairDataSource(pool) : bean;
            }
        };
    }

    @Bean
    BearerTokens bearerTokens(SessionProperties properties, Clock clock) {
        return new BearerTokens(properties.uri(), clock);
    }
}
