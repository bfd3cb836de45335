package com.rentwave.facade.shadow;

import com.rentwave.facade.api.MovingApis;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ShadowConfiguration {

    @Bean
    Reader sideReader(MovingApis apis) {
        return new HttpReader(apis);
    }
}
