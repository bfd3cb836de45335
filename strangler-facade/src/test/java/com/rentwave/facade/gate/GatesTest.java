package com.rentwave.facade.gate;

import static org.assertj.core.api.Assertions.assertThat;

import com.rentwave.facade.cutover.CutoverPhase;
import com.rentwave.facade.cutover.PhaseChange;
import com.rentwave.facade.cutover.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GatesTest {

    private static final GateQuestion QUESTION =
            new GateQuestion("vehicles", new PhaseChange(CutoverPhase.READS, CutoverPhase.OWNED), OptionalLong.empty());
    private static final long PATIENCE_SECONDS = 30;

    private final List<Gates> opened = new ArrayList<>();

    private interface Look {
        Gate.Finding look() throws Exception;
    }

    private record Named(String name, Look look) implements Gate {

        @Override
        public boolean guards(PhaseChange change) {
            return true;
        }

        @Override
        public Finding ask(GateQuestion question) throws Exception {
            return look.look();
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
}
