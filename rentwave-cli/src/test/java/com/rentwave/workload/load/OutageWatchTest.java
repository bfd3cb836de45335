package com.rentwave.workload.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.rentwave.platform.Health;
import com.rentwave.workload.history.Outage;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class OutageWatchTest {

    private static final long GRACE = TimeUnit.SECONDS.toNanos(5);
    private static final Health STARTING = Health.unhealthy("starting");

    private final MortalPart part = new MortalPart();
    private long now;
    private OutageWatch watch;

    private void watchFrom(long nanos) {
        now = nanos;
        watch = new OutageWatch(List.of(part), () -> now);
    }

    private void lookAt(long nanos) {
        now = nanos;
        watch.look();
    }

    private static Outage outage(long from, long to) {
        return new Outage("cdc", from, to);
    }

    @Test
    void knowsOfNoOutageOfAPartThatNeverDies() {
        part.runsAs(1);

        watchFrom(100);
        lookAt(200);
        lookAt(300);

        assertThat(watch.outages()).isEmpty();
        assertThat(watch.dead()).isEmpty();
    }

    @Test
    void beginsWhenAPartWasLastSeenAliveAndEndsAWhileAfterItWasHealthyAgain() {
        part.runsAs(1);
        watchFrom(100);
        lookAt(200);

        part.dies();
        lookAt(300);
        lookAt(400);
        part.runsAs(2);
        lookAt(500);
        lookAt(600);

        assertThat(watch.outages()).containsExactly(outage(200, 500 + GRACE));
        assertThat(watch.dead()).isEmpty();
    }

    @Test
    void isOpenWhileAPartIsDead() {
        part.runsAs(1);
        watchFrom(100);

        part.dies();
        lookAt(200);

        assertThat(watch.outages()).containsExactly(outage(100, Long.MAX_VALUE));
        assertThat(watch.dead()).containsExactly("cdc");
    }

    @Test
    void isOpenUntilTheNewProcessIsHealthy() {
        part.runsAs(1);
        watchFrom(100);
        part.dies();
        lookAt(200);

        part.is(STARTING).runsAs(2);
        lookAt(300);
        assertThat(watch.outages()).containsExactly(outage(100, Long.MAX_VALUE));

        part.is(Health.healthy());
        lookAt(400);
        assertThat(watch.outages()).containsExactly(outage(100, 400 + GRACE));
    }

    @Test
    void seesThatAProcessWasReplacedBetweenTwoLooks() {
        part.runsAs(1);
        watchFrom(100);

        part.runsAs(2);
        lookAt(200);
        lookAt(300);

        assertThat(watch.outages()).containsExactly(outage(100, 300 + GRACE));
    }

    @Test
    void keepsEveryOutageOfAPartThatDiesAgain() {
        part.runsAs(1);
        watchFrom(100);
        part.dies();
        lookAt(200);
        part.runsAs(2);
        lookAt(300);

        part.dies();
        lookAt(400);

        assertThat(watch.outages()).containsExactly(outage(100, 300 + GRACE), outage(300, Long.MAX_VALUE));
    }

    @Test
    void takesAPartThatIsDeadAtTheFirstLookForDeadSinceThen() {
        watchFrom(100);

        assertThat(watch.outages()).containsExactly(outage(100, Long.MAX_VALUE));
        assertThat(watch.dead()).containsExactly("cdc");
    }

    @Test
    void takesAPartThatRunsWithoutBeingHealthyForNoOutage() {
        part.runsAs(1);
        watchFrom(100);

        part.is(STARTING);
        lookAt(200);

        assertThat(watch.outages()).isEmpty();
    }

    @Test
    void looksByItself() {
        part.runsAs(1);
        try (OutageWatch looking = new OutageWatch(List.of(part))) {

            part.dies();

            await("the death of the part").until(() -> looking.dead().contains("cdc"));
        }
    }
}
