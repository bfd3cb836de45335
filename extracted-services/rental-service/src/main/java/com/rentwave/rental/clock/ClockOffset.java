package com.rentwave.rental.clock;

import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How far the business clock is from the real one: kept in the database, so that a restart changes nothing. Where the clock
 * may not be moved it is zero, whatever is stored, and the database is not asked.
 */
@Component
@EnableConfigurationProperties(ClockProperties.class)
class ClockOffset {

    private final JdbcClient database;
    private final boolean movable;

    ClockOffset(JdbcClient database, ClockProperties properties) {
        this.database = database;
        this.movable = properties.movableClock();
    }

    boolean isMovable() {
        return movable;
    }

    Duration read() {
        if (!movable) {
            return Duration.ZERO;
        }
        return Duration.ofSeconds(database.sql("SELECT seconds FROM clock_offset")
                .query(Long.class)
                .single());
    }

    void move(Duration offset) {
        database.sql("UPDATE clock_offset SET seconds = ?")
                .param(offset.toSeconds())
                .update();
    }
}
