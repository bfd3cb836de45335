package com.rentwave.facade.contract;

import com.rentwave.facade.api.MovingApis;
import com.rentwave.facade.backend.Backends;
import com.rentwave.facade.route.RouteStore;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ContractConfiguration.Settings.class)
class ContractConfiguration {

    private static final Duration LIMIT = Duration.ofSeconds(3);

    /**
     * Where contracts are.
     *
     * @param pactsFolder where the pact files are
     * @param pactBrokerUrl the broker that is asked instead of the record here; none when it is empty
     * @param pactBrokerToken its bearer token; none when it is empty
     * @param cdcUri change data capture, which tells its build
     */
    @ConfigurationProperties("rentwave.cutover")
    record Settings(Path pactsFolder, String pactBrokerUrl, String pactBrokerToken, URI cdcUri) {

        boolean hasBroker() {
            return pactBrokerUrl != null && !pactBrokerUrl.isBlank();
        }
    }

    @Bean
    PactFolder pactFolder(Settings settings, JsonMapper json) {
        return new PactFolder(settings.pactsFolder(), json);
    }

    @Bean
    Verdicts verdicts(Settings settings, Verifications verifications, JsonMapper json) {
        return settings.hasBroker()
                ? new BrokerVerdicts(
                        http(), URI.create(settings.pactBrokerUrl()), settings.pactBrokerToken(), verifications, json)
                : new RecordedVerdicts(verifications);
    }

    @Bean
    CaptureBuild captureBuild(Settings settings, JsonMapper json) {
        HttpClient http = http();
        return () -> {
            HttpRequest request = HttpRequest.newBuilder(settings.cdcUri().resolve("/internal/build"))
                    .timeout(LIMIT)
                    .build();
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            try {
                return json.readTree(answer.body()).path("build").asString();
            } catch (JacksonException e) {
                throw new IOException("cdc's answer cannot be read", e);
            }
        };
    }

    @Bean
    ContractMatrix contractMatrix(
            PactFolder folder,
            Verdicts verdicts,
            Backends backends,
            CaptureBuild capture,
            MovingApis apis,
            RouteStore routes) {
        return new ContractMatrix(folder, verdicts, backends, capture, apis, routes);
    }

    private static HttpClient http() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(1))
                .build();
    }
}
