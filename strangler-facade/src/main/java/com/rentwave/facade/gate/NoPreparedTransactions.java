package com.rentwave.facade.gate;

import com.rentwave.facade.cutover.PhaseChange;
import com.rentwave.facade.ownership.SideDatabases;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** No prepared transaction: it would keep the API's shared lock for ever, and the fence would never come (rule 24). */
@Component
@Order(60)
class NoPreparedTransactions implements Gate {

    private static final String PREPARED =
            "SELECT 'prepared transaction ' || gid || ' of ' || owner FROM pg_prepared_xacts"
                    + " WHERE database = current_database() ORDER BY prepared";

    private final SideDatabases databases;

    NoPreparedTransactions(SideDatabases databases) {
        this.databases = databases;
    }

    @Override
    public String name() {
        return "no-prepared-transactions";
    }

    @Override
    public boolean guards(PhaseChange change) {
        return change.flips();
    }

    @Override
    public Finding ask(GateQuestion question) throws Exception {
        return EverySide.hasNone(databases, question.api(), PREPARED, "no transaction is prepared");
    }
}
