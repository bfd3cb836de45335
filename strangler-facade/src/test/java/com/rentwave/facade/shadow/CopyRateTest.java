package com.rentwave.facade.shadow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class CopyRateTest {

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5 * SECOND);
    private final Random random = new Random(7);
    private final CopyRate rate = new CopyRate(200, 0.5, nanos::get, random::nextDouble);

    /** How many of the reads are copied that are asked for evenly within a time that is over now. */
    private int copied(int reads, long time) {
        int copied = 0;
        for (int i = 0; i < reads; i++) {
            nanos.addAndGet(time / reads);
            copied += rate.allows() ? 1 : 0;
        }
        return copied;
    }

    @Test
    void copiesEveryReadWhileThereAreFew() {
        assertThat(copied(1_000, 10 * SECOND)).isEqualTo(1_000);
    }

    @Test
    void copiesAboutAsManyAsASecondMayHaveHoweverManyThereAre() {
        assertThat(copied(100_000, 10 * SECOND)).isBetween(1_900, 2_100);
    }

    /** A read that is copied is compared within this time; reads come evenly for ten seconds. */
    private int comparedIn(long time) {
        int copied = 0;
        for (int i = 0; i < 10_000; i++) {
            nanos.addAndGet(SECOND / 1_000);
            if (rate.allows()) {
                copied++;
                rate.took(time);
            }
        }
        return copied;
    }

    @Test
    void copiesFewerWhenTheSidesAreSlow() {
        assertThat(comparedIn(SECOND / 500)).as("2 ms").isBetween(1_900, 2_150);
        assertThat(comparedIn(SECOND / 20)).as("50 ms").isBetween(90, 130);
    }

    @Test
    void noticesThatTheSidesAreFastAgain() {
        assertThat(comparedIn(60 * SECOND)).as("a minute").isBetween(80, 130);

        assertThat(comparedIn(SECOND / 500)).isGreaterThan(1_000);
    }

    @Test
    void copiesAnotherReadForOneThatIsNotCopiedAfterAll() {
        comparedIn(60 * SECOND);
        int copied = 0;
        for (int i = 0; i < 1_000; i++) {
            nanos.addAndGet(SECOND / 1_000);
            if (rate.allows()) {
                copied++;
                rate.giveBack();
            }
        }

        assertThat(copied).isGreaterThan(100);
    }

    @Test
    void copiesAHandfulThatCameAtOnceAfterAPause() {
        copied(10_000, SECOND);
        nanos.addAndGet(60 * SECOND);

        assertThat(copied(1_000, 1_000)).isBetween(15, 40);
    }

    @Test
    void spreadsTheCopiesOverTheWholeSecond() {
        copied(10_000, SECOND);
        int[] tenths = new int[10];
        for (int tenth = 0; tenth < tenths.length; tenth++) {
            tenths[tenth] = copied(1_000, SECOND / tenths.length);
        }

        assertThat(Arrays.stream(tenths))
                .allSatisfy(copies -> assertThat(copies).isBetween(10, 30));
    }

    /** A page asks for a list and then for its four items, again and again, at a pace that fits the rate. */
    @Test
    void copiesEachKindOfReadOfClientsThatAskInARhythm() {
        int[] kinds = new int[5];
        for (int i = 0; i < 20_000; i++) {
            nanos.addAndGet(SECOND / 1_000);
            kinds[i % kinds.length] += rate.allows() ? 1 : 0;
        }

        assertThat(Arrays.stream(kinds)).allSatisfy(copies -> assertThat(copies).isGreaterThan(400));
    }
}
