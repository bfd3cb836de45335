package com.rentwave.facade.gateway;

import com.rentwave.facade.api.MovingApis;
import org.springframework.cloud.gateway.config.HttpClientCustomizer;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.cloud.gateway.route.builder.RouteLocatorBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One route that takes everything; where a request goes is decided by the filters, from the route table. */
@Configuration(proxyBeanMethods = false)
class GatewayConfiguration {

    @Bean
    RouteLocator everything(RouteLocatorBuilder routes, MovingApis apis) {
        return routes.routes()
                .route("everything", route -> route.alwaysTrue()
                        .uri(apis.backends().legacyUri()))
                .build();
    }

    /** The client would send a request again by itself when a connection breaks. A write must never be sent again. */
    @Bean
    HttpClientCustomizer neverSendTwice() {
        return client -> client.disableRetry(true);
    }
}
