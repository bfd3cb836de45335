package com.rentwave.facade.gate;

import com.rentwave.facade.cutover.PhaseChange;
import com.rentwave.facade.ownership.SideDatabases;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Every table of the API, every partition too, refuses writes by a side that does not own it (rule 11). */
@Component
@Order(40)
class GuardCoverage implements Gate {

    private static final String UNGUARDED = """
        SELECT relation || ' lacks ' || missing FROM sync.unguarded(?)
        UNION ALL
        SELECT 'no table is guarded' WHERE NOT EXISTS (SELECT FROM sync.guarded_table WHERE api = ?)
        """;

    private final SideDatabases databases;

    GuardCoverage(SideDatabases databases) {
        this.databases = databases;
    }

    @Override
    public String name() {
        return "guard-coverage";
    }

    @Override
    public boolean guards(PhaseChange change) {
        return change.flips();
    }

    @Override
    public Finding ask(GateQuestion question) throws Exception {
        return EverySide.hasNone(
                databases,
                question.api(),
                UNGUARDED,
                "every table is guarded on both sides",
                question.api(),
                question.api());
    }
}
