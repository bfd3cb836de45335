package com.rentwave.rental.saga;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Connections for sagas alone. A saga is stored while the rental's own transaction is open; were both from one pool, as many
 * renters as it has connections would wait for each other.
 */
@Component
@EnableConfigurationProperties(SagaProperties.class)
class SagaDatabase implements AutoCloseable {

    private final HikariDataSource pool;

    SagaDatabase(HikariDataSource rentals, SagaProperties properties) {
        HikariConfig config = new HikariConfig();
        rentals.copyStateTo(config);
        config.setPoolName("sagas");
        config.setMaximumPoolSize(properties.connections());
        config.setMinimumIdle(properties.connections());
        this.pool = new HikariDataSource(config);
    }

    JdbcClient client() {
        return JdbcClient.create(pool);
    }

    TransactionTemplate transactions() {
        return new TransactionTemplate(new DataSourceTransactionManager(pool));
    }

    @Override
    public void close() {
        pool.close();
    }
}
