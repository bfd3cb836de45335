package com.rentwave.facade.gate;

import com.rentwave.facade.cutover.PhaseChange;
import com.rentwave.facade.ownership.SideDatabases;
import javax.sql.DataSource;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * What the databases say is committed survives a crash (rule 5): the fence, the switch and the decision between them,
 * which the migration database keeps.
 */
@Component
@Order(50)
class DurableDatabases implements Gate {

    private final SideDatabases databases;
    private final JdbcTemplate migration;

    DurableDatabases(SideDatabases databases, DataSource migration) {
        this.databases = databases;
        this.migration = new JdbcTemplate(migration);
    }

    @Override
    public String name() {
        return "durable-databases";
    }

    @Override
    public boolean guards(PhaseChange change) {
        return change.flips();
    }

    @Override
    public Finding ask(GateQuestion question) throws Exception {
        if (!"on".equals(migration.queryForObject("SHOW fsync", String.class))
                || "off".equals(migration.queryForObject("SHOW synchronous_commit", String.class))) {
            return Finding.no("migration: fsync or synchronous_commit is off, a decision could be lost in a crash");
        }
        return EverySide.hasNone(
                databases,
                question.api(),
                "SELECT 'fsync is off, a commit could be lost in a crash' WHERE current_setting('fsync') <> 'on'",
                "fsync is on in every database");
    }
}
