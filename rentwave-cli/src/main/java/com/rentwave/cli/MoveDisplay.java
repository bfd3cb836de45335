package com.rentwave.cli;

import com.rentwave.workload.api.Gate;
import com.rentwave.workload.api.Move;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Shows a move: one block that is brought up to date on a terminal, a line for each ended step elsewhere. */
final class MoveDisplay {

    private final PrintWriter out;
    private final LiveBlock block;
    private int told;
    private boolean titled;

    MoveDisplay(PrintWriter out) {
        this.out = out;
        this.block = new LiveBlock(out);
    }

    /** The move as it is now. */
    void update(Move move) {
        if (block.isLive()) {
            List<String> lines = new ArrayList<>();
            lines.add(title(move));
            move.steps().forEach(step -> lines.add(line(step)));
            block.show(lines);
            return;
        }
        if (!titled) {
            titled = true;
            out.println(move.api() + ": " + move.from() + " -> " + move.to() + "   move " + move.id());
        }
        List<Move.Step> steps = move.steps();
        for (; told < steps.size() && !steps.get(told).state().equals("RUNNING"); told++) {
            out.println(line(steps.get(told)));
        }
        out.flush();
    }

    /** The facade does not answer at the moment. */
    void silence() {
        if (!block.isLive()) {
            return;
        }
        block.show(List.of("The facade does not answer; it goes on with the move when it is back."));
    }

    /** The end, in sentences. */
    void end(Move move) {
        update(move);
        switch (move.state()) {
            case "DONE" -> {
                out.println(
                        "Done in " + seconds(move.durationMs()) + ". " + holds(move) + " Epoch " + move.epoch() + ".");
                if (move.from().equals(move.to())) {
                    out.println(move.api() + " was in " + move.to() + " already.");
                }
            }
            case "REFUSED" -> {
                out.println("Refused; " + move.api() + " stays in " + reached(move) + ".");
                reasons(out, move.gates(), true);
            }
            default -> {
                out.println("Aborted after " + seconds(move.durationMs()) + ": " + move.reason());
                reasons(out, move.gates(), true);
                out.println(
                        "The owner is the one from before; nothing acknowledged was lost. The move can be asked for again.");
            }
        }
        out.flush();
    }

    /** The last phase that the move entered before it was refused. */
    private static String reached(Move move) {
        String phase = move.from();
        for (Move.Step step : move.steps()) {
            boolean entered = step.step().equals("ENTER") || step.step().equals("ROUTE");
            if (entered && step.state().equals("DONE")) {
                phase = step.phase();
            }
        }
        return phase;
    }

    static void reasons(PrintWriter out, List<Gate> gates, boolean onlyNo) {
        for (Gate gate : gates) {
            if (!gate.ok() || !onlyNo) {
                out.println(String.format(
                                Locale.ROOT, "  %-4s %-24s %s", gate.ok() ? "yes" : "NO", gate.gate(), gate.reason())
                        .stripTrailing());
            }
        }
    }

    static String holds(Move move) {
        if (move.held() == 0) {
            return "No request was held.";
        }
        return (move.held() == 1 ? "1 request was" : move.held() + " requests were") + " held, the longest for "
                + move.longestHoldMs() + " ms.";
    }

    static String seconds(long millis) {
        return String.format(Locale.ROOT, "%.2f s", millis / 1000.0);
    }

    private static String title(Move move) {
        String running = move.ended() ? move.state().toLowerCase(Locale.ROOT) : "running";
        return String.format(
                Locale.ROOT,
                "%s: %s -> %s   move %d   %s   %s",
                move.api(),
                move.from(),
                move.to(),
                move.id(),
                running,
                seconds(move.durationMs()));
    }

    private static String line(Move.Step step) {
        String state =
                switch (step.state()) {
                    case "DONE" -> "done";
                    case "FAILED" -> "FAILED";
                    default -> "...";
                };
        return String.format(
                        Locale.ROOT,
                        "  %-7s %-12s %-6s %9s  %s",
                        step.phase(),
                        step.step().toLowerCase(Locale.ROOT).replace('_', ' '),
                        state,
                        seconds(step.durationMs()),
                        shortened(step.detail()))
                .stripTrailing();
    }

    /** One line each: a wrapped line would break the block. */
    private static String shortened(String text) {
        String line = text.replace('\n', ' ');
        return line.length() <= 90 ? line : line.substring(0, 89) + "…";
    }
}
