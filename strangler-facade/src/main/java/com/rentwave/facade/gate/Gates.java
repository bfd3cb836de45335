package com.rentwave.facade.gate;

import com.rentwave.facade.cutover.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * All gates. None of them relies on another one's answer, so a few are asked at the same time, in a fixed order; each has
 * to be open. Fails closed: a gate that cannot be evaluated is shut, and says why.
 */
@Component
public class Gates implements AutoCloseable {

    /** A gate needs at most one connection to a database at a time; the pools of the coordinator have as many. */
    private static final int AT_A_TIME = 4;

    private static final String STOPPING = "could not be evaluated: the coordinator is stopping";

    private final List<Gate> gates;
    private final ThreadPoolExecutor threads;

    public Gates(List<Gate> gates) {
        this.gates = List.copyOf(gates);
        this.threads = new ThreadPoolExecutor(
                AT_A_TIME, AT_A_TIME, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> {
                    Thread thread = new Thread(work, "gates");
                    thread.setDaemon(true);
                    return thread;
                });
        threads.allowCoreThreadTimeOut(true);
    }

    /** Asks every gate that guards the change. The answers are in a fixed order. */
    public List<Reason> ask(GateQuestion question) {
        return ask(question, List.of());
    }

    /** The answers of the gates that guard the change; asks only those whose answer is not known yet. */
    public List<Reason> ask(GateQuestion question, List<Reason> known) {
        List<Gate> guards =
                gates.stream().filter(gate -> gate.guards(question.change())).toList();
        return each(guards, gate -> known.stream()
                .filter(answer -> answer.gate().equals(gate.name()))
                .findFirst()
                .orElseGet(() -> ask(gate, question)));
    }

    /** Asks again where the answer was no, and keeps the other answers. */
    public List<Reason> askAgain(GateQuestion question, List<Reason> answers) {
        return ask(question, answers.stream().filter(Reason::ok).toList());
    }

    private List<Reason> each(List<Gate> asked, Function<Gate, Reason> question) {
        List<Future<Reason>> running = asked.stream()
                .map(gate -> threads.submit(() -> question.apply(gate)))
                .toList();
        List<Reason> answers = new ArrayList<>();
        try {
            for (int i = 0; i < running.size(); i++) {
                answers.add(answer(asked.get(i), running.get(i)));
            }
        } catch (InterruptedException e) {
            running.forEach(one -> one.cancel(true));
            Thread.currentThread().interrupt();
            asked.subList(answers.size(), asked.size()).forEach(gate -> answers.add(Reason.no(gate.name(), STOPPING)));
        }
        return List.copyOf(answers);
    }

    private static Reason answer(Gate gate, Future<Reason> running) throws InterruptedException {
        try {
            return running.get();
        } catch (ExecutionException | CancellationException e) {
            return notEvaluated(gate, e.getCause() == null ? e : e.getCause());
        }
    }

    private static Reason ask(Gate gate, GateQuestion question) {
        long begin = System.nanoTime();
        return found(gate, question).after(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin));
    }

    private static Reason found(Gate gate, GateQuestion question) {
        try {
            Gate.Finding finding = gate.ask(question);
            return finding.ok() ? Reason.yes(gate.name(), finding.reason()) : Reason.no(gate.name(), finding.reason());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Reason.no(gate.name(), STOPPING);
        } catch (Exception e) {
            return notEvaluated(gate, e);
        }
    }

    private static Reason notEvaluated(Gate gate, Throwable why) {
        String message = why.getMessage() == null ? why.getClass().getSimpleName() : why.getMessage();
        return Reason.no(gate.name(), "could not be evaluated: " + message);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
