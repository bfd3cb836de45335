package com.rentwave.facade.cutover;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The process of a coordinator that works on the running move and dies in it, or is stopped in it and wakes up later, as
 * it is told on its standard input by a {@link ChildCoordinator}. It also dies when nobody is left who could tell it
 * anything.
 */
final class DyingCoordinator {

    /** What it says when it stands ready to be told. */
    static final String READY = "ready";

    /** What it says where it is to be killed or stopped; it stays there until it is told another line. */
    static final String THERE = "there";

    /** What it says when its work ended without its death. */
    static final String ENDED = "ended";

    /** Its exit status after a death of its own. */
    static final int HALTED = 70;

    /** How its work is broken off. */
    enum Way {
        /** By its own hand, without one more step of any of its threads. */
        HALTS,
        /** By SIGKILL from outside, while its other threads are at work. */
        IS_KILLED,
        /** In the middle of an operation, by SIGSTOP: it goes on there when it wakes up, and can be told again. */
        IS_STOPPED
    }

    private final PrintStream parent;
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

    private DyingCoordinator(PrintStream parent) {
        this.parent = parent;
        Thread reader = new Thread(this::listen, "parent");
        reader.setDaemon(true);
        reader.start();
    }

    /** @param args the address of the databases */
    public static void main(String[] args) {
        PrintStream parent = System.out;
        System.setOut(System.err);
        try {
            Coordinator coordinator = Coordinator.over(TwoSides.at(args[0]));
            coordinator.streams.armed = true;
            new DyingCoordinator(parent).work(coordinator);
        } catch (Exception e) {
            e.printStackTrace();
        }
        Runtime.getRuntime().halt(1);
    }

    private void listen() {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            String line;
            while ((line = in.readLine()) != null) {
                lines.add(line);
            }
        } catch (IOException e) {
            // as good as its end
        }
        Runtime.getRuntime().halt(0);
    }

    private void work(Coordinator coordinator) throws InterruptedException {
        Order told;
        do {
            parent.println(READY);
            told = Order.of(lines.take());
            carryOut(told, coordinator);
            parent.println(ENDED);
        } while (told.way == Way.IS_STOPPED);
    }

    private void carryOut(Order told, Coordinator coordinator) throws InterruptedException {
        AtomicBoolean there = new AtomicBoolean();
        Runnable end = () -> breakOff(told.way, there);
        boolean stops = told.way == Way.IS_STOPPED;
        coordinator
                .runner(stored -> stops ? stored : new Dying(stored, told.death, end), operation -> {
                    Operation tampered = operation.step() == told.failing ? losingItsAnswer(operation) : operation;
                    return stops ? told.death.of(tampered, end) : tampered;
                })
                .work();
    }

    /** A step before the decision whose effect is there, and nobody learns it: the attempt is undone. */
    static Operation losingItsAnswer(Operation operation) {
        return Tampered.after(operation, at -> {
            if (at.step() == operation.step()) {
                throw new IOException("the answer was lost");
            }
        });
    }

    private void breakOff(Way way, AtomicBoolean there) {
        if (way == Way.HALTS) {
            Runtime.getRuntime().halt(HALTED);
        }
        if (there.compareAndSet(false, true)) {
            parent.println(THERE);
            try {
                lines.take();
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
    private static final class Dying extends DelegatingCutovers {

        private final Death death;
        private final Runnable end;

        private Dying(Cutovers cutovers, Death death, Runnable end) {
            super(cutovers);
            this.death = death;
            this.end = end;
        }

        private Optional<Cutover> stored(Optional<Cutover> record) {
            if (death.moment() == Death.Moment.BEFORE_THE_EFFECT
                    && record.filter(death::isAt).isPresent()) {
                end.run();
            }
            return record;
        }

        @Override
        public Optional<Cutover> store(Cutover expected, Cutover next, String detail) {
            if (death.moment() == Death.Moment.AFTER_THE_EFFECT && death.isAt(expected)) {
                end.run();
            }
            return stored(super.store(expected, next, detail));
        }

        /** The first step of a move was stored by whoever asked for it. */
        @Override
        public Optional<Cutover> lease(String holder, Duration length) {
            return stored(super.lease(holder, length));
        }
    }
}
