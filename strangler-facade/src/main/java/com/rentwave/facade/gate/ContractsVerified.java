package com.rentwave.facade.gate;

import com.rentwave.facade.contract.ContractMatrix;
import com.rentwave.facade.contract.ContractRow;
import com.rentwave.facade.cutover.CutoverPhase;
import com.rentwave.facade.cutover.PhaseChange;
import com.rentwave.sync.Side;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Every consumer has a pact, and each pact was kept by exactly what runs now, on both sides: by the one that is to answer,
 * and by the one that answers again after a rollback. So was each that the new one has about others: it cannot answer
 * without them. A rollback to LEGACY asks only for the contracts with the monolith.
 */
@Component
@Order(90)
class ContractsVerified implements Gate {

    private final ContractMatrix matrix;

    ContractsVerified(ContractMatrix matrix) {
        this.matrix = matrix;
    }

    @Override
    public String name() {
        return "contracts";
    }

    @Override
    public boolean guards(PhaseChange change) {
        return change.flips() || change.to() == CutoverPhase.CANARY || change.to() == CutoverPhase.READS;
    }

    @Override
    public Finding ask(GateQuestion question) throws Exception {
        List<ContractRow> rows = rows(question);
        String no = rows.stream()
                .filter(ContractRow::blocks)
                .map(ContractRow::reason)
                .collect(Collectors.joining("; "));
        if (!no.isEmpty()) {
            return Finding.no(no);
        }
        String kept = rows.stream()
                .filter(ContractRow::verified)
                .map(row -> row.consumer() + " " + row.pactHash().substring(0, 12) + " by " + row.provider() + " build "
                        + row.build())
                .collect(Collectors.joining("; "));
        return kept.isEmpty()
                ? Finding.no("no consumer has a contract about " + question.api())
                : Finding.yes("kept: " + kept);
    }

    private List<ContractRow> rows(GateQuestion question) throws Exception {
        return question.change().leavesService()
                ? matrix.rows(question.api(), List.of(Side.LEGACY))
                : matrix.rowsAndNeeds(question.api());
    }
}
