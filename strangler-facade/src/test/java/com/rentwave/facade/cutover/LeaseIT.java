package com.rentwave.facade.cutover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
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

    private static final Coordinator COORDINATOR = new Coordinator();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void endTheMove() throws InterruptedException {
        threads.shutdownNow();
        threads.awaitTermination(5, TimeUnit.SECONDS);
        new JdbcTemplate(COORDINATOR.sides.migration())
                .update("UPDATE cutover SET state = 'ABORTED', ended_at = now() WHERE state = 'RUNNING'");
    }

    @AfterAll
    static void close() {
        COORDINATOR.close();
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
                .atMost(Duration.ofSeconds(10))
                .until(() -> COORDINATOR.cutovers().lease("two", LEASE).isPresent());
    }

    @Test
    void anotherTakesOverAtOnceWhenTheLeaseIsGivenBack() {
        COORDINATOR.order(CutoverPhase.SYNCED);
        COORDINATOR.cutovers().lease("one", Duration.ofMinutes(1));

        COORDINATOR.cutovers().release("one");

        assertThat(COORDINATOR.cutovers().lease("two", LEASE)).isPresent();
    }

    @Test
    void aLongStepKeepsItsLease() throws Exception {
        COORDINATOR.order(CutoverPhase.SYNCED);
        CountDownLatch there = new CountDownLatch(1);
        CountDownLatch on = new CountDownLatch(1);
        CutoverRunner busy = COORDINATOR.runner(operation -> operation.step() == CutoverStep.ARM
                ? Tampered.before(operation, at -> {
                    there.countDown();
                    on.await();
                })
                : operation);
        Future<Boolean> work = threads.submit(busy::work);
        there.await();

        await("three leases pass")
                .pollDelay(LEASE.multipliedBy(3))
                .atMost(Duration.ofSeconds(10))
                .until(() -> true);
        boolean taken = COORDINATOR.cutovers().lease("two", LEASE).isPresent();
        threads.shutdownNow();
        threads.awaitTermination(5, TimeUnit.SECONDS);

        assertThat(taken).isFalse();
        assertThat(work.isDone()).isTrue();
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
