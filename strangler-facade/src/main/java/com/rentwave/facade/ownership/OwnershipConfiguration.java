package com.rentwave.facade.ownership;

import com.rentwave.facade.api.MovingApis;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Pools of the coordinator's own. They hold warm connections, because a connection opened inside a fence is waited for,
 * and they start without their databases: the facade has to serve when a side is down.
 */
@Configuration(proxyBeanMethods = false)
class OwnershipConfiguration {

    @Bean(destroyMethod = "close")
    CoordinatorPools coordinatorPools(OwnershipSettings settings, MovingApis apis) {
        Map<String, HikariDataSource> services = new TreeMap<>();
        apis.apis().forEach((name, api) -> services.put(name, pool(name, api.databaseUrl(), settings)));
        return new CoordinatorPools(pool("legacy", settings.legacyDatabaseUrl(), settings), services);
    }

    @Bean
    SideDatabases sideDatabases(CoordinatorPools pools) {
        return new SideDatabases(pools.legacy(), Map.copyOf(pools.services()));
    }

    @Bean
    OwnershipTables ownershipTables(SideDatabases databases, OwnershipSettings settings) {
        return new OwnershipTables(databases, settings.lockLimit());
    }

    @Bean
    Barriers barriers(SideDatabases databases) {
        return new Barriers(databases);
    }

    @Bean
    IdSequences idSequences(SideDatabases databases, MovingApis apis) {
        return new IdSequences(databases, apis);
    }

    /** The pools; no beans themselves, so that the migration database stays the one data source of Spring. */
    record CoordinatorPools(HikariDataSource legacy, Map<String, HikariDataSource> services) implements AutoCloseable {
        @Override
        public void close() {
            legacy.close();
            services.values().forEach(HikariDataSource::close);
        }
    }

    private static HikariDataSource pool(String name, String url, OwnershipSettings settings) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(name + "-coordinator");
        config.setJdbcUrl(url);
        config.setUsername(settings.databaseUser());
        config.setPassword(settings.databasePassword());
        // as many as gates are asked at a time
        config.setMaximumPoolSize(4);
        config.setMinimumIdle(2);
        config.setConnectionTimeout(1000);
        config.setValidationTimeout(500);
        config.setKeepaliveTime(30_000);
        config.setInitializationFailTimeout(-1);
        config.addDataSourceProperty("tcpKeepAlive", "true");
        config.addDataSourceProperty("connectTimeout", "1");
        config.addDataSourceProperty("socketTimeout", "5");
        config.addDataSourceProperty("ApplicationName", "rentwave-coordinator");
        return new HikariDataSource(config);
    }
}
