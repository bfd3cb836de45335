package com.rentwave.facade.gate;

import com.rentwave.facade.backend.Backends;
import com.rentwave.facade.backend.RunningBuild;
import com.rentwave.facade.contract.PactFile;
import com.rentwave.facade.contract.PactFolder;
import com.rentwave.facade.contract.Verification;
import com.rentwave.facade.contract.Verifications;
import com.rentwave.facade.cutover.CutoverPhase;
import com.rentwave.facade.cutover.PhaseChange;
import com.rentwave.sync.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Every consumer's pact was kept by exactly what runs now, on both sides: by the one that is to answer, and by the one
 * that answers again after a rollback. A rollback asks only for the latter.
 */
@Component
@Order(90)
class ContractsVerified implements Gate {

    private final PactFolder folder;
    private final Verifications verifications;
    private final Backends backends;

    ContractsVerified(PactFolder folder, Verifications verifications, Backends backends) {
        this.folder = folder;
        this.verifications = verifications;
        this.backends = backends;
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
        List<PactFile> pacts = folder.pacts(question.api());
        if (pacts.isEmpty()) {
            return Finding.no("no consumer has a pact about " + question.api());
        }
        List<Side> sides = question.change().isRollback() ? List.of(Side.LEGACY) : List.of(Side.LEGACY, Side.SERVICE);
        List<String> missing = new ArrayList<>();
        List<String> kept = new ArrayList<>();
        for (Side side : sides) {
            RunningBuild running = backends.build(side);
            for (PactFile pact : pacts) {
                missing(pact, running).ifPresent(missing::add);
                kept.add(pact.consumer() + " " + pact.hash().substring(0, 12) + " by " + running.component() + " build "
                        + running.build());
            }
        }
        return missing.isEmpty()
                ? Finding.yes("kept: " + String.join("; ", kept))
                : Finding.no(String.join("; ", missing));
    }

    private Optional<String> missing(PactFile pact, RunningBuild running) {
        Optional<Verification> newest = verifications.newest(pact.hash(), running.component(), running.build());
        String who =
                "the contract of " + pact.consumer() + " with " + running.component() + " build " + running.build();
        if (newest.isEmpty()) {
            return Optional.of(who + " has not been verified");
        }
        return newest.get().verified() ? Optional.empty() : Optional.of(who + " is broken");
    }
}
