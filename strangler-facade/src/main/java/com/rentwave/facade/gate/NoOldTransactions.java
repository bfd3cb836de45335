package com.rentwave.facade.gate;

import com.rentwave.facade.cutover.PhaseChange;
import com.rentwave.facade.ownership.SideDatabases;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * No client has had a transaction open for long: one that wrote keeps the shared lock, one that holds a row stalls
 * writers which queue behind it, and the fence queues behind both (rule 25).
 */
@Component
@Order(70)
class NoOldTransactions implements Gate {

    private static final String OLD = """
        SELECT format('%s (process %s of %s) has had a transaction open for %s s',
                      coalesce(nullif(application_name, ''), 'a client'), pid, usename,
                      round(extract(epoch FROM clock_timestamp() - xact_start)))
        FROM pg_stat_activity
        WHERE datname = current_database() AND pid <> pg_backend_pid()
          AND (backend_type IS NULL OR backend_type = 'client backend')
          AND xact_start < clock_timestamp() - interval '5 seconds'
        ORDER BY xact_start
        """;

    private final SideDatabases databases;

    NoOldTransactions(SideDatabases databases) {
        this.databases = databases;
    }

    @Override
    public String name() {
        return "no-old-transactions";
    }

    @Override
    public boolean guards(PhaseChange change) {
        return change.flips();
    }

    @Override
    public Finding ask(GateQuestion question) throws Exception {
        return EverySide.hasNone(databases, question.api(), OLD, "no client's transaction is older than 5 s");
    }
}
