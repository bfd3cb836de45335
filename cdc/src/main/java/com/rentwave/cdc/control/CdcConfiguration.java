package com.rentwave.cdc.control;

import com.rentwave.cdc.apply.WayBack;
import com.rentwave.cdc.capture.SourceDatabase;
import com.rentwave.cdc.reconcile.MappingProof;
import com.rentwave.cdc.reconcile.Reconciliation;
import com.rentwave.cdc.reconcile.Sides;
import com.rentwave.sync.ApiMapping;
import com.rentwave.sync.VehiclesMapping;
import java.time.Clock;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CdcProperties.class)
class CdcConfiguration {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    ApiMapping vehiclesMapping() {
        return VehiclesMapping.mapping();
    }

    @Bean
    Streams streams(CdcProperties properties, ApiMapping mapping, Clock clock) {
        return new Streams(
                mapping,
                database(properties, properties.legacy()),
                database(properties, properties.vehicles()),
                properties.kafka().bootstrapServers(),
                new WayBack(
                        mapping,
                        properties.kafka().bootstrapServers(),
                        dataSource(properties, properties.legacy()),
                        clock));
    }

    @Bean
    Sides sides(CdcProperties properties) {
        return new Sides(dataSource(properties, properties.legacy()), dataSource(properties, properties.vehicles()));
    }

    @Bean
    Reconciliation reconciliation(ApiMapping mapping, Sides sides, Clock clock) {
        return new Reconciliation(mapping, sides, clock);
    }

    @Bean
    MappingProof mappingProof(ApiMapping mapping, Sides sides) {
        return new MappingProof(mapping, sides);
    }

    @Bean
    FilterRegistrationBean<InternalTokenFilter> internalTokenFilter(CdcProperties properties) {
        FilterRegistrationBean<InternalTokenFilter> filter =
                new FilterRegistrationBean<>(new InternalTokenFilter(properties.internalToken()));
        filter.addUrlPatterns("/*");
        return filter;
    }

    private static SourceDatabase database(CdcProperties properties, CdcProperties.Database database) {
        return new SourceDatabase(database.url(), properties.user(), properties.password());
    }

    private static DataSource dataSource(CdcProperties properties, CdcProperties.Database database) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(database.url());
        source.setUser(properties.user());
        source.setPassword(properties.password());
        source.setApplicationName("rentwave-cdc");
        source.setTcpKeepAlive(true);
        source.setConnectTimeout(5);
        source.setSocketTimeout(60);
        return source;
    }
}
