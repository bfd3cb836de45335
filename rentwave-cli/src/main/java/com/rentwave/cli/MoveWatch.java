package com.rentwave.cli;

import com.rentwave.workload.api.Move;
import com.rentwave.workload.api.OperatorClient;
import com.rentwave.workload.api.OperatorException;
import com.rentwave.workload.api.Plan;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Asks for a move and follows it to its end. The move runs in the facade: an interrupted command does not stop it. */
final class MoveWatch {

    private static final long BETWEEN_LOOKS = 100;
    private static final long PATIENCE = TimeUnit.MINUTES.toNanos(2);

    private final OperatorClient operator;
    private final PrintWriter out;
    private final PrintWriter err;
    private final boolean json;

    /** @param err where hints go, so that what is on the other one stays JSON if it is to be that */
    MoveWatch(OperatorClient operator, PrintWriter out, PrintWriter err, boolean json) {
        this.operator = operator;
        this.out = out;
        this.err = err;
        this.json = json;
    }

    int run(String api, String to, boolean dryRun) throws IOException, InterruptedException {
        return dryRun ? plan(api, to) : move(api, to);
    }

    private int move(String api, String to) throws IOException, InterruptedException {
        long id = operator.move(api, to);
        Thread hint = new Thread(
                () -> err.println("\nThe move goes on in the facade. Look at it with: rentwave history " + api));
        Runtime.getRuntime().addShutdownHook(hint);
        Move move;
        try {
            move = follow(id);
        } finally {
            Runtime.getRuntime().removeShutdownHook(hint);
        }
        if (json) {
            out.println(move.json());
        }
        out.flush();
        return move.done() ? ExitCodes.DONE : ExitCodes.NOT_DONE;
    }

    private int plan(String api, String to) throws IOException {
        Plan plan = operator.plan(api, to);
        if (json) {
            out.println(plan.json());
        } else {
            out.println(api + ": " + plan.from() + " -> " + plan.to() + ", a dry run; nothing is changed.");
            plan.steps()
                    .forEach(step -> out.println(String.format(
                            Locale.ROOT,
                            "  %-7s %-12s %s",
                            step.phase(),
                            step.step().toLowerCase(Locale.ROOT).replace('_', ' '),
                            step.description())));
            plan.phases().forEach(this::phase);
        }
        out.flush();
        return plan.allowed() ? ExitCodes.DONE : ExitCodes.NOT_DONE;
    }

    private void phase(Plan.Phase phase) {
        String state = phase.open() ? "open" : "NOT open";
        out.println("The gates of " + phase.from() + " -> " + phase.to()
                + (phase.next() ? " are " + state : ", asked again when it is their turn, are " + state + " now")
                + ":");
        MoveDisplay.reasons(out, phase.gates(), false);
    }

    private void silence(MoveDisplay display) {
        if (!json) {
            display.silence();
        }
    }

    private Move follow(long id) throws IOException, InterruptedException {
        MoveDisplay display = new MoveDisplay(out);
        long answered = System.nanoTime();
        while (true) {
            try {
                Move move = operator.move(id);
                answered = System.nanoTime();
                if (move.ended()) {
                    if (!json) {
                        display.end(move);
                    }
                    return move;
                }
                if (!json) {
                    display.update(move);
                }
            } catch (IOException silent) {
                if (System.nanoTime() - answered > PATIENCE) {
                    throw silent;
                }
                silence(display);
            } catch (OperatorException no) {
                if (!no.mayPass() || System.nanoTime() - answered > PATIENCE) {
                    throw no;
                }
                silence(display);
            }
            Thread.sleep(BETWEEN_LOOKS);
        }
    }
}
