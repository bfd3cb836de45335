package com.rentwave.facade.cutover;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The process of a coordinator that works on the running move and dies in it, as it is told on its standard input by a
 * {@link ChildCoordinator}. It also dies when nobody is left who could tell it anything.
 */
final class DyingCoordinator {

    /** What it says when it stands ready to be told. */
    static final String READY = "ready";

    /** What it says where it is to be killed; it stays there. */
    static final String THERE = "there";

    /** What it says when the move ended without its death. */
    static final String ENDED = "ended";

    /** Its exit status after a death of its own. */
    static final int HALTED = 70;

    /** How it dies. */
    enum Way {
        /** By its own hand, without one more step of any of its threads. */
        HALTS,
        /** By SIGKILL from outside, while its other threads are at work. */
        IS_KILLED
    }

    private final PrintStream parent;
    private final BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    private final AtomicBoolean dying = new AtomicBoolean();

    private DyingCoordinator(PrintStream parent) {
        this.parent = parent;
    }

    /** @param args the address of the databases */
    public static void main(String[] args) throws Exception {
        PrintStream parent = System.out;
        System.setOut(System.err);
        Coordinator coordinator = Coordinator.over(TwoSides.at(args[0]));
        coordinator.streams.armed = true;
        new DyingCoordinator(parent).work(coordinator);
    }

    private void work(Coordinator coordinator) throws Exception {
        parent.println(READY);
        String order = orders.readLine();
        if (order == null) {
            Runtime.getRuntime().halt(0);
        }
        Thread watch = new Thread(this::endWithTheParent, "parent-watch");
        watch.setDaemon(true);
        watch.start();

        Order told = Order.of(order);
        List<Operation> operations = coordinator.operations().stream()
                .map(operation -> operation.step() == told.failing ? losingItsAnswer(operation) : operation)
                .toList();
        new CutoverRunner(
                        new Dying(coordinator.cutovers(), told),
                        operations,
                        coordinator.bean(FlipHolds.class),
                        coordinator.bean(CutoverSettings.class))
                .work();
        parent.println(ENDED);
        Runtime.getRuntime().halt(0);
    }

    private void endWithTheParent() {
        try {
            while (orders.readLine() != null) {
                // there is only one order
            }
        } catch (IOException e) {
            // as good as its end
        }
        Runtime.getRuntime().halt(0);
    }

    /** A step before the decision whose effect is there, and nobody learns it: the attempt is undone. */
    static Operation losingItsAnswer(Operation operation) {
        return Tampered.after(operation, at -> {
            if (at.step() == operation.step()) {
                throw new IOException("the answer was lost");
            }
        });
    }

    private void die(Way way) {
        if (way == Way.HALTS) {
            Runtime.getRuntime().halt(HALTED);
        }
        if (dying.compareAndSet(false, true)) {
            parent.println(THERE);
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /**
     * What it is told.
     *
     * @param failing the step that loses its answer; null for none
     */
    record Order(Death death, Way way, CutoverStep failing) {

        static Order of(String line) {
            String[] words = line.split(" ");
            return new Order(
                    new Death(
                            new PhaseChange(CutoverPhase.valueOf(words[0]), CutoverPhase.valueOf(words[1])),
                            CutoverStep.valueOf(words[2]),
                            Death.Moment.valueOf(words[3])),
                    Way.valueOf(words[4]),
                    words.length > 5 ? CutoverStep.valueOf(words[5]) : null);
        }

        String line() {
            PhaseChange change = death.change();
            return change.from() + " " + change.to() + " " + death.step() + " " + death.moment() + " " + way
                    + (failing == null ? "" : " " + failing);
        }
    }

    /** The stored moves, and death right after a step was stored, or right before what follows it is. */
    private final class Dying implements Cutovers {

        private final Cutovers cutovers;
        private final Order told;

        private Dying(Cutovers cutovers, Order told) {
            this.cutovers = cutovers;
            this.told = told;
        }

        private Optional<Cutover> stored(Optional<Cutover> record) {
            if (told.death.moment() == Death.Moment.BEFORE_THE_EFFECT
                    && record.filter(told.death::isAt).isPresent()) {
                die(told.way);
            }
            return record;
        }

        @Override
        public Optional<Cutover> store(Cutover expected, Cutover next, String detail) {
            if (told.death.moment() == Death.Moment.AFTER_THE_EFFECT && told.death.isAt(expected)) {
                die(told.way);
            }
            return stored(cutovers.store(expected, next, detail));
        }

        /** The first step of a move was stored by whoever asked for it. */
        @Override
        public Optional<Cutover> lease(String holder, Duration length) {
            return stored(cutovers.lease(holder, length));
        }

        @Override
        public OptionalLong ask(String api, CutoverPhase from, CutoverPhase to, OrderedBy by, String because) {
            return cutovers.ask(api, from, to, by, because);
        }

        @Override
        public Optional<Cutover> find(long id) {
            return cutovers.find(id);
        }

        @Override
        public Optional<Cutover> running() {
            return cutovers.running();
        }

        @Override
        public List<Cutover> newest(String api, int limit) {
            return cutovers.newest(api, limit);
        }

        @Override
        public List<StepRecord> history(long id) {
            return cutovers.history(id);
        }

        @Override
        public void release(String holder) {
            cutovers.release(holder);
        }

        @Override
        public boolean whileAt(Cutover at, Runnable change) {
            return cutovers.whileAt(at, change);
        }
    }
}
