package com.rentwave.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.rentwave.workload.api.Gate;
import com.rentwave.workload.api.Move;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What people read of a move when no terminal is there. */
class MoveDisplayTest {

    private final StringWriter written = new StringWriter();
    private final MoveDisplay display = new MoveDisplay(new PrintWriter(written));

    private static Move move(String state, String reason, List<Gate> gates, Move.Step... steps) {
        return new Move(
                17,
                "vehicles",
                "LEGACY",
                "OWNED",
                state,
                reason,
                "anna (operator, bearer token)",
                "2026-11-20T09:00:00Z",
                1_234,
                12,
                83,
                3,
                List.of(steps),
                gates,
                JsonNodeFactory.instance.objectNode());
    }

    private static Move.Step step(String phase, String step, String state) {
        return new Move.Step(phase, step, state, 50, "seen");
    }

    @Test
    void tellsEachStepOnceWhenItHasEnded() {
        display.update(move("RUNNING", "", List.of(), step("OWNED", "FENCE", "RUNNING")));
        display.update(
                move("RUNNING", "", List.of(), step("OWNED", "FENCE", "DONE"), step("OWNED", "HAND_OVER", "RUNNING")));
        display.end(move("DONE", "", List.of(), step("OWNED", "FENCE", "DONE"), step("OWNED", "HAND_OVER", "DONE")));

        assertThat(written.toString().lines())
                .containsExactly(
                        "vehicles: LEGACY -> OWNED   move 17",
                        "  OWNED   fence        done      0.05 s  seen",
                        "  OWNED   hand over    done      0.05 s  seen",
                        "Done in 1.23 s. 12 requests were held, the longest for 83 ms. Epoch 3.");
    }

    @Test
    void tellsWhereARefusedMoveStoppedAndEveryClosedGate() {
        display.end(move(
                "REFUSED",
                "contracts",
                List.of(new Gate("lag", true, "0 bytes"), new Gate("contracts", false, "not verified")),
                step("SYNCED", "ENTER", "DONE"),
                step("READS", "GATES", "FAILED")));

        assertThat(written.toString())
                .contains("Refused; vehicles stays in SYNCED.")
                .contains("NO   contracts                not verified")
                .doesNotContain("0 bytes");
    }

    @Test
    void saysThatNothingIsLostWhenAMoveWasAborted() {
        display.end(move("ABORTED", "the drain took too long", List.of()));

        assertThat(written.toString())
                .contains("Aborted after 1.23 s: the drain took too long")
                .contains("nothing acknowledged was lost");
    }
}
