package com.rentwave.facade.cutover.step;

import com.rentwave.facade.cutover.Cutover;
import com.rentwave.facade.cutover.CutoverSettings;
import com.rentwave.facade.cutover.CutoverStep;
import com.rentwave.facade.cutover.Operation;
import com.rentwave.facade.cutover.PhaseChange;
import com.rentwave.facade.cutover.Reason;
import com.rentwave.facade.cutover.StepOutcome;
import com.rentwave.facade.gate.GateQuestion;
import com.rentwave.facade.gate.Gates;
import com.rentwave.facade.ownership.OwnershipTables;
import com.rentwave.sync.Side;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalLong;
import org.springframework.stereotype.Component;

/** Asks the gates, patiently for a moment; gives a flip the epoch after the owner's, a retirement that of the retired side. */
@Component
class AskGates implements Operation {

    private static final long ASK_AGAIN_MILLIS = 250;

    private final Gates gates;
    private final OwnershipTables ownership;
    private final CutoverSettings settings;

    AskGates(Gates gates, OwnershipTables ownership, CutoverSettings settings) {
        this.gates = gates;
        this.ownership = ownership;
        this.settings = settings;
    }

    @Override
    public CutoverStep step() {
        return CutoverStep.GATES;
    }

    @Override
    public String describe(String api, PhaseChange change) {
        return "Ask every gate that guards " + change + "; nothing is touched, and a shut gate ends the move.";
    }

    @Override
    public StepOutcome run(Cutover cutover) throws Exception {
        GateQuestion question = new GateQuestion(cutover.api(), cutover.change(), OptionalLong.of(cutover.id()));
        long end = System.nanoTime() + settings.gatePatience().toNanos();
        List<Reason> answers = gates.ask(question);
        while (isShut(answers)) {
            if (System.nanoTime() >= end) {
                return new StepOutcome.Shut(answers);
            }
            Thread.sleep(ASK_AGAIN_MILLIS);
            answers = gates.askAgain(question, answers);
        }
        return new StepOutcome.Open(answers, epoch(cutover));
    }

    private Long epoch(Cutover cutover) throws SQLException {
        PhaseChange change = cutover.change();
        if (change.retires()) {
            return ownership.read(change.newOwner().other(), cutover.api()).epoch();
        }
        return change.flips() ? nextEpoch(cutover) : null;
    }

    private Long nextEpoch(Cutover cutover) throws SQLException {
        for (Side side : Side.values()) {
            ownership.rehearse(cutover.api(), side);
        }
        return ownership.read(cutover.change().oldOwner(), cutover.api()).epoch() + 1;
    }

    private static boolean isShut(List<Reason> answers) {
        return answers.stream().anyMatch(answer -> !answer.ok());
    }
}
