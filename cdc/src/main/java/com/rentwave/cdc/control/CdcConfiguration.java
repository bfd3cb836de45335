package com.rentwave.cdc.control;

import com.rentwave.cdc.apply.WayBack;
import com.rentwave.cdc.capture.Capture;
import com.rentwave.cdc.capture.CaptureSettings;
import com.rentwave.cdc.capture.SourceDatabase;
import com.rentwave.cdc.reconcile.MappingProof;
import com.rentwave.cdc.reconcile.Reconciliation;
import com.rentwave.cdc.reconcile.Sides;
import com.rentwave.sync.ApiMapping;
import com.rentwave.sync.RentalsMapping;
import com.rentwave.sync.VehiclesMapping;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CdcProperties.class)
class CdcConfiguration {

    /** All that the monolith publishes, offered or not: an API that is armed must lose no row while its service is not known. */
    private static final List<ApiMapping> LEGACY_APIS = List.of(VehiclesMapping.mapping(), RentalsMapping.mapping());

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    /** Started and stopped with everything else that runs. */
    @Bean(destroyMethod = "")
    Capture legacyCapture(CdcProperties properties) {
        return new Capture(CaptureSettings.legacy(
                LEGACY_APIS,
                database(properties, properties.legacy().url()),
                properties.kafka().bootstrapServers()));
    }

    @Bean
    MovingApis movingApis(CdcProperties properties, Capture legacyCapture, Clock clock) {
        List<MovingApi> apis = new ArrayList<>();
        apis.add(api(
                VehiclesMapping.mapping(),
                "vehicle_service",
                properties.vehicles().url(),
                properties,
                legacyCapture,
                clock));
        if (properties.rentals().isKnown()) {
            apis.add(api(
                    RentalsMapping.mapping(),
                    "rental_service",
                    properties.rentals().url(),
                    properties,
                    legacyCapture,
                    clock));
        }
        return new MovingApis(apis);
    }

    private static MovingApi api(
            ApiMapping mapping, String service, String url, CdcProperties properties, Capture legacy, Clock clock) {
        String kafka = properties.kafka().bootstrapServers();
        DataSource legacyRows = dataSource(properties, properties.legacy().url());
        Sides sides = new Sides(legacyRows, dataSource(properties, url));
        Capture reverse =
                new Capture(CaptureSettings.service(service, List.of(mapping), database(properties, url), kafka));
        return new MovingApi(
                mapping.api(),
                new ApiStreams(mapping, legacy, reverse, new WayBack(mapping, kafka, legacyRows, clock)),
                new Reconciliation(mapping, sides, properties.keptAnswers().proveEvery(), clock),
                new MappingProof(mapping, sides));
    }

    @Bean
    Streams streams(CdcProperties properties, Capture legacyCapture, MovingApis apis) {
        return new Streams(
                legacyCapture,
                apis.all().stream().map(MovingApi::streams).toList(),
                properties.outbox().keep());
    }

    @Bean
    FilterRegistrationBean<InternalTokenFilter> internalTokenFilter(CdcProperties properties) {
        FilterRegistrationBean<InternalTokenFilter> filter =
                new FilterRegistrationBean<>(new InternalTokenFilter(properties.internalToken()));
        filter.addUrlPatterns("/*");
        return filter;
    }

    private static SourceDatabase database(CdcProperties properties, String url) {
        return new SourceDatabase(url, properties.user(), properties.password());
    }

    private static DataSource dataSource(CdcProperties properties, String url) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setUser(properties.user());
        source.setPassword(properties.password());
        source.setApplicationName("rentwave-cdc");
        source.setTcpKeepAlive(true);
        source.setConnectTimeout(5);
        source.setSocketTimeout(60);
        return source;
    }
}
