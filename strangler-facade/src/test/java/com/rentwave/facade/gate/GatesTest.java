package com.rentwave.facade.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.rentwave.facade.cutover.CutoverPhase;
import com.rentwave.facade.cutover.PhaseChange;
import com.rentwave.facade.cutover.Reason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GatesTest {

    private static final PhaseChange FLIP = new PhaseChange(CutoverPhase.READS, CutoverPhase.OWNED);
    private static final GateQuestion QUESTION = new GateQuestion("vehicles", FLIP, OptionalLong.of(7));
    private static final GateQuestion LOOK = new GateQuestion("vehicles", FLIP, OptionalLong.empty());
    private static final GateQuestion OTHER_LOOK = new GateQuestion("rentals", FLIP, OptionalLong.empty());
    private static final long PATIENCE_SECONDS = 30;

    private final List<Gates> opened = new ArrayList<>();
    private final ExecutorService people = Executors.newCachedThreadPool();

    private interface Look {
        Gate.Finding look(GateQuestion question) throws Exception;
    }

    private record Named(String name, Look look) implements Gate {

        private Named(String name, Callable<Finding> look) {
            this(name, question -> look.call());
        }

        @Override
        public boolean guards(PhaseChange change) {
            return true;
        }

        @Override
        public Finding ask(GateQuestion question) throws Exception {
            return look.look(question);
        }
    }

    private Gates gates(Gate... gates) {
        Gates all = new Gates(List.of(gates));
        opened.add(all);
        return all;
    }

    @AfterEach
    void close() {
        opened.forEach(Gates::close);
        people.shutdownNow();
    }

    private Future<List<Reason>> inBackground(Gates gates, GateQuestion question) {
        return people.submit(() -> gates.ask(question));
    }

    private static Gate open(String name) {
        return new Named(name, () -> Gate.Finding.yes("yes"));
    }

    private static Gate neverAsked(String name) {
        return new Named(name, () -> {
            throw new AssertionError("asked again");
        });
    }

    @Test
    void asksSeveralAtTheSameTimeAndAnswersInOrder() {
        CountDownLatch secondIsAsked = new CountDownLatch(1);
        Gate first = new Named(
                "first",
                () -> secondIsAsked.await(PATIENCE_SECONDS, TimeUnit.SECONDS)
                        ? Gate.Finding.yes("beside another one")
                        : Gate.Finding.no("alone"));
        Gate second = new Named("second", () -> {
            secondIsAsked.countDown();
            return Gate.Finding.yes("yes");
        });

        List<Reason> answers = gates(first, second, open("third")).ask(QUESTION);

        assertThat(answers).extracting(Reason::gate).containsExactly("first", "second", "third");
        assertThat(answers).allMatch(Reason::ok);
        assertThat(answers).allMatch(answer -> answer.millis() >= 0);
    }

    /** Four gates for three threads: the first of these to be free has rested before it asks the fourth. */
    @Test
    void restsWhileOthersAreLeftToAsk() {
        AtomicLong answered = new AtomicLong(Long.MAX_VALUE);
        AtomicLong fourthAsked = new AtomicLong();
        Gate slow = new Named("slow", () -> {
            Thread.sleep(30);
            answered.accumulateAndGet(System.nanoTime(), Math::min);
            return Gate.Finding.yes("yes");
        });
        Gate fourth = new Named("fourth", () -> {
            fourthAsked.set(System.nanoTime());
            return Gate.Finding.yes("yes");
        });

        List<Reason> answers = gates(slow, slow, slow, fourth).ask(QUESTION);

        assertThat(answers).hasSize(4).allMatch(Reason::ok);
        assertThat(fourthAsked.get() - answered.get()).isGreaterThanOrEqualTo(TimeUnit.MILLISECONDS.toNanos(80));
    }

    @Test
    void isShutWhereAGateFailsHoweverItFails() {
        Gate broken = new Named("broken", () -> {
            throw new IllegalStateException("the database is away");
        });
        Gate dead = new Named("dead", () -> {
            throw new StackOverflowError();
        });

        List<Reason> answers = gates(open("first"), broken, dead).ask(QUESTION);

        assertThat(answers).extracting(Reason::ok).containsExactly(true, false, false);
        assertThat(answers.get(1).reason()).isEqualTo("could not be evaluated: the database is away");
        assertThat(answers.get(2).reason()).isEqualTo("could not be evaluated: StackOverflowError");
    }

    @Test
    void asksAgainOnlyWhereTheAnswerWasNo() {
        List<Reason> before = List.of(Reason.yes("first", "then"), Reason.no("second", "then"));

        List<Reason> answers = gates(neverAsked("first"), open("second")).askAgain(QUESTION, before);

        assertThat(answers).extracting(Reason::ok).containsExactly(true, true);
        assertThat(answers.get(0)).isEqualTo(before.get(0));
    }

    @Test
    void isShutWhenTheCoordinatorStopsMeanwhile() {
        CountDownLatch never = new CountDownLatch(1);
        Thread coordinator = Thread.currentThread();
        Gate waits = new Named("waits", () -> {
            coordinator.interrupt();
            never.await();
            return Gate.Finding.yes("yes");
        });

        List<Reason> answers = gates(waits, open("second")).ask(QUESTION);

        assertThat(Thread.interrupted()).as("the coordinator still knows").isTrue();
        assertThat(answers).hasSize(2);
        assertThat(answers.get(0).ok()).isFalse();
        assertThat(answers.get(0).reason()).contains("the coordinator is stopping");
    }

    @Test
    void answersAMoveWhileGatesHangForPeopleWhoLook() throws Exception {
        CountDownLatch hangs = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        Gate forPeople = new Named("hangs", question -> {
            if (question.move().isEmpty()) {
                hangs.countDown();
                never.await();
            }
            return Gate.Finding.yes("yes");
        });
        Gates gates = gates(forPeople, open("second"), open("third"));
        for (int reload = 0; reload < 20; reload++) {
            inBackground(gates, reload % 2 == 0 ? LOOK : OTHER_LOOK);
        }
        hangs.await();

        List<Reason> answers = inBackground(gates, QUESTION).get(PATIENCE_SECONDS, TimeUnit.SECONDS);

        assertThat(answers).hasSize(3).allMatch(Reason::ok);
    }

    @Test
    void answersPeopleWhoLookWhileGatesHangForAMove() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        Gate forMoves = new Named("hangs", question -> {
            if (question.move().isPresent()) {
                never.await();
            }
            return Gate.Finding.yes("yes");
        });
        Gates gates = gates(forMoves, open("second"));
        inBackground(gates, QUESTION);

        assertThat(inBackground(gates, LOOK).get(PATIENCE_SECONDS, TimeUnit.SECONDS))
                .allMatch(Reason::ok);
    }

    /** The pools have four connections to a database, see README. */
    @Test
    void asksNoMoreGatesAtATimeThanThereAreConnections() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        CountDownLatch four = new CountDownLatch(4);
        CountDownLatch goesOn = new CountDownLatch(1);
        Gate[] all = new Gate[6];
        for (int i = 0; i < all.length; i++) {
            all[i] = new Named("gate " + i, () -> {
                asked.incrementAndGet();
                four.countDown();
                goesOn.await();
                return Gate.Finding.yes("yes");
            });
        }
        Gates gates = gates(all);
        List<Future<List<Reason>>> askers =
                List.of(inBackground(gates, QUESTION), inBackground(gates, LOOK), inBackground(gates, OTHER_LOOK));
        await("both look").until(() -> gates.looking() == 2);

        assertThat(four.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        await("no fifth one comes").during(Duration.ofMillis(200)).until(() -> asked.get() == 4);

        goesOn.countDown();
        for (Future<List<Reason>> one : askers) {
            assertThat(one.get(PATIENCE_SECONDS, TimeUnit.SECONDS)).allMatch(Reason::ok);
        }
    }

    @Test
    void asksOnceForAllWhoWantToKnowTheSameAtTheSameTime() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        CountDownLatch isAsked = new CountDownLatch(1);
        CountDownLatch goesOn = new CountDownLatch(1);
        Gates gates = gates(new Named("counted", () -> {
            asked.incrementAndGet();
            isAsked.countDown();
            goesOn.await();
            return Gate.Finding.yes("yes");
        }));
        Future<List<Reason>> first = inBackground(gates, LOOK);
        isAsked.await();
        Future<List<Reason>> second = inBackground(gates, LOOK);
        await("the second waits too").until(() -> gates.looking() == 2);
        goesOn.countDown();

        assertThat(second.get(PATIENCE_SECONDS, TimeUnit.SECONDS))
                .isEqualTo(first.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
        assertThat(asked).hasValue(1);
        assertThat(gates.ask(LOOK)).allMatch(Reason::ok);
        assertThat(asked).as("nothing is kept for the next one").hasValue(2);
    }

    @Test
    void isShutForWhoComesWhenTooManyWait() throws Exception {
        CountDownLatch goesOn = new CountDownLatch(1);
        Gates gates = gates(new Named("slow", () -> {
            goesOn.await();
            return Gate.Finding.yes("yes");
        }));
        List<Future<List<Reason>>> waiting = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            waiting.add(inBackground(gates, LOOK));
        }
        await("all of them wait").until(() -> gates.looking() == 8);

        List<Reason> answers = gates.ask(LOOK);

        assertThat(answers).extracting(Reason::ok).containsExactly(false);
        assertThat(answers.get(0).reason()).contains("could not be evaluated", "8 others", "ask again");
        goesOn.countDown();
        for (Future<List<Reason>> one : waiting) {
            assertThat(one.get(PATIENCE_SECONDS, TimeUnit.SECONDS)).allMatch(Reason::ok);
        }
    }
}
