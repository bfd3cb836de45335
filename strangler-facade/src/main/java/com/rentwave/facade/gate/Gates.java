package com.rentwave.facade.gate;

import com.rentwave.facade.cutover.Reason;
import com.rentwave.sync.Pause;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * All gates. None of them relies on another one's answer, so a few are asked at the same time, in a fixed order; each has
 * to be open. Fails closed: a gate that cannot be evaluated is shut, and says why.
 *
 * <p>A move never waits for people who only want to know: it has threads of its own. People share one, and those who ask the
 * same at the same time share the answer; when too many wait for theirs, the next one is told so. A move takes its time: while
 * gates are left to ask, each of its threads rests after an answer, {@value #RESTS} times as long as that took.
 */
@Component
public class Gates implements AutoCloseable {

    /** With the one of those who look no more than the coordinator's pools have connections; a gate needs one at a time. */
    private static final int OF_A_MOVE = 3;

    /** Times of rest for each of work: users' requests come between. */
    private static final int RESTS = 3;

    private static final long LONGEST_REST_MILLIS = 200;

    /** Each of them occupies a thread of the console. */
    private static final int MOST_WHO_LOOK = 8;

    private static final String STOPPING = "could not be evaluated: the coordinator is stopping";
    private static final String CROWDED = "could not be evaluated: " + MOST_WHO_LOOK
            + " others are waiting for answers of the gates; ask again in a moment";

    private final List<Gate> gates;
    private final ThreadPoolExecutor moves = threads(OF_A_MOVE, "gates");
    private final ThreadPoolExecutor looks = threads(1, "gates-looked-at");
    private final Map<Look, Future<Reason>> looking = new ConcurrentHashMap<>();
    private final Semaphore places = new Semaphore(MOST_WHO_LOOK);

    /** What somebody wants to know of one gate. */
    private record Look(String gate, GateQuestion question) {}

    public Gates(List<Gate> gates) {
        this.gates = List.copyOf(gates);
    }

    private static ThreadPoolExecutor threads(int count, String name) {
        ThreadPoolExecutor threads =
                new ThreadPoolExecutor(count, count, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> {
                    Thread thread = new Thread(work, name);
                    thread.setDaemon(true);
                    return thread;
                });
        threads.allowCoreThreadTimeOut(true);
        return threads;
    }

    /** Asks every gate that guards the change. The answers are in a fixed order. */
    public List<Reason> ask(GateQuestion question) {
        return ask(question, List.of());
    }

    /** The answers of the gates that guard the change; asks only those whose answer is not known yet. */
    public List<Reason> ask(GateQuestion question, List<Reason> known) {
        List<Gate> guards =
                gates.stream().filter(gate -> gate.guards(question.change())).toList();
        if (question.move().isPresent()) {
            return answers(guards, known, true, gate -> moves.submit(() -> unhurried(gate, question)));
        }
        if (!places.tryAcquire()) {
            return guards.stream().map(gate -> Reason.no(gate.name(), CROWDED)).toList();
        }
        try {
            return answers(guards, known, false, gate -> look(gate, question));
        } finally {
            places.release();
        }
    }

    /** Asks again where the answer was no, and keeps the other answers. */
    public List<Reason> askAgain(GateQuestion question, List<Reason> answers) {
        return ask(question, answers.stream().filter(Reason::ok).toList());
    }

    /** Joins whoever is waiting for the same answer. */
    private Future<Reason> look(Gate gate, GateQuestion question) {
        return looking.computeIfAbsent(
                new Look(gate.name(), question),
                look -> looks.submit(() -> {
                    try {
                        return ask(gate, question);
                    } finally {
                        looking.remove(look);
                    }
                }));
    }

    /** @param alone whether nobody else waits for these answers, so that whoever stops waiting can stop the gates */
    private static List<Reason> answers(
            List<Gate> guards, List<Reason> known, boolean alone, Function<Gate, Future<Reason>> question) {
        List<Future<Reason>> running = guards.stream()
                .map(gate -> known.stream()
                        .filter(answer -> answer.gate().equals(gate.name()))
                        .findFirst()
                        .<Future<Reason>>map(CompletableFuture::completedFuture)
                        .orElseGet(() -> question.apply(gate)))
                .toList();
        List<Reason> answers = new ArrayList<>();
        try {
            for (int i = 0; i < running.size(); i++) {
                answers.add(answer(guards.get(i), running.get(i)));
            }
        } catch (InterruptedException e) {
            if (alone) {
                running.forEach(one -> one.cancel(true));
            }
            Thread.currentThread().interrupt();
            guards.subList(answers.size(), guards.size())
                    .forEach(gate -> answers.add(Reason.no(gate.name(), STOPPING)));
        }
        return List.copyOf(answers);
    }

    /** Nobody is kept waiting by gates, but they take time of the machine that serves everybody. */
    private Reason unhurried(Gate gate, GateQuestion question) {
        Reason answer = ask(gate, question);
        if (!moves.getQueue().isEmpty()) {
            Pause.of(Duration.ofMillis(Math.min(LONGEST_REST_MILLIS, RESTS * answer.millis())));
        }
        return answer;
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

    /** How many people wait for answers. */
    int looking() {
        return MOST_WHO_LOOK - places.availablePermits();
    }

    @Override
    public void close() {
        moves.shutdownNow();
        looks.shutdownNow();
    }
}
