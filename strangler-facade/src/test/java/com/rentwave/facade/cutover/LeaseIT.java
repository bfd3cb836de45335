package com.rentwave.facade.cutover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.rentwave.facade.hold.Holds;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;

@DisplayName("rule 27: the coordinator dies in the fence, and another one goes on before the hold ends")
class LeaseIT {

    private static final Duration LEASE = Duration.ofMillis(400);

    @AutoClose
    private static final Coordinator COORDINATOR = new Coordinator();

    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void endTheMove() throws InterruptedException {
        threads.shutdownNow();
        threads.awaitTermination(30, TimeUnit.SECONDS);
        new JdbcTemplate(COORDINATOR.sides.migration())
                .update("UPDATE cutover SET state = 'ABORTED', ended_at = now() WHERE state = 'RUNNING'");
    }

    @Test
    void nobodyTakesOverWhileTheLeaseLasts() {
        COORDINATOR.order(CutoverPhase.SYNCED);

        assertThat(COORDINATOR.cutovers().lease("one", Duration.ofMinutes(1))).isPresent();
        assertThat(COORDINATOR.cutovers().lease("two", Duration.ofMinutes(1))).isEmpty();
        assertThat(COORDINATOR.cutovers().lease("one", Duration.ofMinutes(1))).isPresent();
    }

    @Test
    void anotherTakesOverWhenTheLeaseIsOver() {
        COORDINATOR.order(CutoverPhase.SYNCED);
        COORDINATOR.cutovers().lease("one", LEASE);

        await("the lease is over")
                .atMost(Duration.ofSeconds(60))
                .until(() -> COORDINATOR.cutovers().lease("two", LEASE).isPresent());
    }

    @Test
    void anotherTakesOverAtOnceWhenTheLeaseIsGivenBack() {
        COORDINATOR.order(CutoverPhase.SYNCED);
        COORDINATOR.cutovers().lease("one", Duration.ofMinutes(1));

        COORDINATOR.cutovers().release("one");

        assertThat(COORDINATOR.cutovers().lease("two", LEASE)).isPresent();
    }

    /** Looked at when the lease has just been prolonged: then a machine that is busy for a moment changes nothing. */
    @Test
    void aLongStepKeepsItsLease() throws Exception {
        Duration lease = Duration.ofSeconds(4);
        long id = COORDINATOR.order(CutoverPhase.SYNCED);
        CountDownLatch there = new CountDownLatch(1);
        CountDownLatch on = new CountDownLatch(1);
        CutoverRunner busy = runner(
                lease,
                operation -> operation.step() == CutoverStep.ARM
                        ? Tampered.before(operation, at -> {
                            there.countDown();
                            on.await();
                        })
                        : operation);
        Future<Boolean> work = threads.submit(busy::work);
        there.await();
        Instant end = leasedUntil(id);

        await("it is prolonged beyond its end").atMost(Duration.ofSeconds(60)).until(() -> leasedUntil(id)
                .isAfter(end.plus(lease)));
        boolean taken = COORDINATOR.cutovers().lease("two", LEASE).isPresent();
        threads.shutdownNow();
        threads.awaitTermination(30, TimeUnit.SECONDS);

        assertThat(taken).isFalse();
        assertThat(work.isDone()).isTrue();
    }

    private static CutoverRunner runner(Duration lease, UnaryOperator<Operation> tamper) {
        CutoverSettings settings = new Binder(
                        new MapConfigurationPropertySource(Map.of("rentwave.cutover.lease", lease.toMillis() + "ms")))
                .bindOrCreate("rentwave.cutover", CutoverSettings.class);
        return new CutoverRunner(
                COORDINATOR.cutovers(),
                COORDINATOR.operations().stream().map(tamper).toList(),
                new FlipHolds(COORDINATOR.bean(Holds.class)),
                settings);
    }

    private static Instant leasedUntil(long move) {
        return new JdbcTemplate(COORDINATOR.sides.migration())
                .queryForObject("SELECT lease_until FROM cutover WHERE id = ?", OffsetDateTime.class, move)
                .toInstant();
    }

    @Test
    void theLeaseIsShorterThanARequestIsHeld() throws Exception {
        var yaml = new YamlPropertySourceLoader()
                .load("application", new ClassPathResource("application.yml"))
                .get(0);
        Duration hold = Duration.ofSeconds(
                Long.parseLong(yaml.getProperty("rentwave.hold.time").toString().replace("s", "")));
        CutoverSettings defaults = new Binder(new MapConfigurationPropertySource())
                .bindOrCreate("rentwave.cutover", CutoverSettings.class);

        assertThat(defaults.lease()).isLessThan(hold);
        assertThat(defaults.drainLimit()).isLessThan(hold);
        assertThat(COORDINATOR.bean(CutoverSettings.class).lease()).isEqualTo(LEASE);
    }
}
