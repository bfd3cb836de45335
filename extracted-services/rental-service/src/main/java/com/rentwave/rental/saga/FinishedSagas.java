package com.rentwave.rental.saga;

import com.rentwave.service.process.Expiring;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Sagas that have ended long ago. The table is this side's own, whoever owns rentals. What has not ended is kept for ever, and so
 * is what a person was alarmed about.
 */
@Component
class FinishedSagas implements Expiring {

    private final JdbcClient database;
    private final SagaProperties properties;

    FinishedSagas(JdbcClient database, SagaProperties properties) {
        this.database = database;
        this.properties = properties;
    }

    @Override
    public String table() {
        return "saga";
    }

    @Override
    public int removeSome(int most) {
        return database.sql("""
                        DELETE FROM saga WHERE ctid = ANY (ARRAY(
                            SELECT ctid FROM saga WHERE status IN ('DONE', 'COMPENSATED') AND attempts < ?
                                AND updated_at < clock_timestamp() - ? * interval '1 second'
                            ORDER BY updated_at LIMIT ? FOR UPDATE SKIP LOCKED))""")
                .params(properties.alarmAfter(), properties.kept().toSeconds(), most)
                .update();
    }
}
