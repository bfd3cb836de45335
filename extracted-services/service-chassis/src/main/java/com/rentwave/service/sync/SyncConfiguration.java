package com.rentwave.service.sync;

import com.rentwave.service.ServiceIdentity;
import com.rentwave.sync.ApiMapping;
import com.rentwave.sync.Applier;
import com.rentwave.sync.ApplierSettings;
import com.rentwave.sync.Positions;
import com.rentwave.sync.Side;
import java.time.Clock;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SyncProperties.class)
class SyncConfiguration {

    @Bean
    LegacyRows legacyRows(
            SyncProperties properties, ServiceIdentity service, ApiMapping mapping, Positions positions, Clock clock) {
        ApplierSettings settings = ApplierSettings.of(
                service.api(), Side.LEGACY, properties.kafka().bootstrapServers());
        Applier applier = new Applier(settings, mapping, database(properties, service), clock);
        applier.onApplied(positions::applied);
        return new LegacyRows(applier);
    }

    /** Not a bean, and not a pool: one connection of a role of its own, which alone may mark its rows as copied. */
    private static PGSimpleDataSource database(SyncProperties properties, ServiceIdentity service) {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(properties.database().url());
        database.setUser(properties.sync().user());
        database.setPassword(properties.sync().password());
        database.setApplicationName(service.component() + " applier");
        database.setTcpKeepAlive(true);
        return database;
    }
}
