package com.rentwave.facade.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

class RouteTablesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration FOR_EVER = Duration.ofDays(1);

    private final StoredInMemory store = new StoredInMemory();

    /** The routes of a store whose reads can be made to fail or to wait. */
    private static final class StoredInMemory implements RouteStore {
        private final AtomicInteger reads = new AtomicInteger();
        private volatile Route route = new Route("vehicles", Phase.LEGACY, 0, Owner.LEGACY, 0, 0);
        private volatile boolean gone;
        private volatile CountDownLatch slow = new CountDownLatch(0);

        @Override
        public RouteTable load() {
            reads.incrementAndGet();
            try {
                slow.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            if (gone) {
                throw new IllegalStateException("gone");
            }
            return RouteTable.of(List.of(route));
        }

        @Override
        public Optional<Route> load(String api) {
            return load().route(api);
        }

        @Override
        public boolean compareAndSet(Route next) {
            route = next;
            return true;
        }
    }

    private static RouteTable of(Phase phase, long version) {
        return RouteTable.of(List.of(new Route("vehicles", phase, 0, Owner.LEGACY, 0, version)));
    }

    @Test
    void takesOverANewTableAsAWhole() {
        RouteTables tables = new RouteTables(store);
        RouteTable before = tables.current();

        store.compareAndSet(store.route.inPhase(Phase.SYNCED, 0));
        tables.refresh();

        assertThat(tables.current()).isEqualTo(of(Phase.SYNCED, 1));
        assertThat(before).isEqualTo(of(Phase.LEGACY, 0));
    }

    @Test
    void neverGoesBackToAnOlderVersion() {
        RouteTables tables = new RouteTables(store);
        tables.accept(of(Phase.READS, 5));

        tables.accept(of(Phase.SYNCED, 4));

        assertThat(tables.current()).isEqualTo(of(Phase.READS, 5));
    }

    @Test
    void tellsTheTableInUseAndEveryNewOneOnce() {
        RouteTables tables = new RouteTables(store);
        List<RouteTable> told = new ArrayList<>();
        tables.changes().subscribe(told::add);

        tables.accept(of(Phase.SYNCED, 1));
        tables.accept(of(Phase.SYNCED, 1));
        tables.accept(of(Phase.READS, 2));

        assertThat(told).containsExactly(of(Phase.LEGACY, 0), of(Phase.SYNCED, 1), of(Phase.READS, 2));
    }

    @Test
    void failsToStartWithoutRoutesAndKeepsThemLater() {
        store.gone = true;
        assertThatThrownBy(() -> new RouteTables(store)).hasMessage("gone");

        store.gone = false;
        RouteTables tables = new RouteTables(store);
        store.gone = true;

        assertThat(tables.refreshed().block(PATIENCE)).isEqualTo(of(Phase.LEGACY, 0));
    }

    @DisplayName("rule 10: a replica asks before it answers by a table that it has not looked at for long")
    @Test
    void asksBeforeAnsweringWhenTheLeaseIsOver() {
        RouteTables leased = new RouteTables(store, FOR_EVER, FOR_EVER, PATIENCE);
        RouteTables expired = new RouteTables(store, Duration.ZERO, FOR_EVER, PATIENCE);
        store.compareAndSet(store.route.inPhase(Phase.READS, 0));

        assertThat(leased.valid().block(PATIENCE)).isEqualTo(of(Phase.LEGACY, 0));
        assertThat(expired.valid().block(PATIENCE)).isEqualTo(of(Phase.READS, 1));
    }

    @Test
    void doesNotAskForEveryRequestWhileTheStoreIsGone() {
        RouteTables tables = new RouteTables(store, Duration.ZERO, FOR_EVER, PATIENCE);
        store.gone = true;

        for (int i = 0; i < 100; i++) {
            assertThat(tables.valid().block(PATIENCE)).isEqualTo(of(Phase.LEGACY, 0));
        }

        assertThat(store.reads).hasValue(2);
    }

    @Test
    void answersByTheTableInUseWhileAReadHangsAndStartsNoSecondRead() {
        RouteTables tables = new RouteTables(store);
        store.slow = new CountDownLatch(1);

        assertThat(tables.refreshed().block(PATIENCE)).isEqualTo(of(Phase.LEGACY, 0));
        assertThat(tables.refreshed().block(PATIENCE)).isEqualTo(of(Phase.LEGACY, 0));

        await("the read has begun").until(() -> store.reads.get() > 1);
        assertThat(store.reads).hasValue(2);
        store.slow.countDown();
    }

    @Test
    void sharesOneReadAmongAllThatAsk() {
        RouteTables tables = new RouteTables(store);
        store.slow = new CountDownLatch(1);

        Flux<RouteTable> all = Flux.range(0, 50)
                .doOnNext(i -> {
                    if (i == 49) {
                        store.slow.countDown();
                    }
                })
                .flatMap(i -> tables.refreshed(), 50);

        assertThat(all.count().block(PATIENCE)).isEqualTo(50);
        assertThat(store.reads.get()).isLessThanOrEqualTo(3);
    }
}
