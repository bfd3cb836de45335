package com.rentwave.facade.contract;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ContractConfiguration.Settings.class)
class ContractConfiguration {

    /** @param pactsFolder where the pact files are */
    @ConfigurationProperties("rentwave.cutover")
    record Settings(Path pactsFolder) {}

    @Bean
    PactFolder pactFolder(Settings settings, JsonMapper json) {
        return new PactFolder(settings.pactsFolder(), json);
    }
}
