package com.rentwave.facade.cutover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.rentwave.facade.route.Phase;
import com.rentwave.facade.route.RouteAcknowledgements;
import com.rentwave.facade.route.RouteTables;
import com.rentwave.sync.Side;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** Several facades over the same routes. */
class ReplicasIT {

    private final Coordinator first = new Coordinator();
    private final Coordinator second = new Coordinator(first);
    private final JdbcTemplate migration = new JdbcTemplate(first.sides.migration());

    @AfterEach
    void stop() {
        second.close();
        first.close();
    }

    private void seen(String facade, long version, String at) {
        migration.update(
                "INSERT INTO route_seen VALUES (?, 'vehicles', ?, clock_timestamp() + ?::interval)"
                        + " ON CONFLICT (facade, api) DO UPDATE SET version = excluded.version",
                facade,
                version,
                at);
    }

    private List<Long> versions() {
        return migration.queryForList("SELECT version FROM route_seen ORDER BY version", Long.class);
    }

    private CompletableFuture<Cutover> toShadow() {
        long id = first.order(CutoverPhase.SHADOW);
        return CompletableFuture.supplyAsync(() -> {
            try {
                first.runner(operation -> operation.step() == CutoverStep.ENTER ? operation : new Skipped(operation))
                        .work();
                return first.cutovers().find(id).orElseThrow();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    /** Everything but the route's change finds its effect there. */
    private static final class Skipped extends DelegatingOperation {

        private Skipped(Operation operation) {
            super(operation);
        }

        @Override
        public StepOutcome run(Cutover cutover) {
            return step() == CutoverStep.GATES
                    ? new StepOutcome.Open(List.of(), null)
                    : new StepOutcome.Done("skipped");
        }
    }

    @Test
    void endsAStepOnlyWhenEveryLivingFacadeUsesTheNewRoute() throws Exception {
        seen("slow", 0, "1 hour");
        CompletableFuture<Cutover> move = toShadow();
        await("both real facades use the new route").until(() -> versions().equals(List.of(0L, 1L, 1L)));
        assertThat(second.bean(RouteTables.class)
                        .current()
                        .route("vehicles")
                        .orElseThrow()
                        .phase())
                .isEqualTo(Phase.SYNCED);
        assertThat(move).isNotDone();

        seen("slow", 1, "1 hour");
        await("the next change").until(() -> versions().equals(List.of(1L, 2L, 2L)));
        seen("slow", 2, "1 hour");

        assertThat(move.get().state()).isEqualTo(CutoverState.DONE);
    }

    @Test
    void endsAFlipOnlyWhenEveryLivingFacadeSendsToTheNewOwner() throws Exception {
        StandInStream forward = new StandInStream(first.sides, Side.LEGACY);
        StandInStream reverse = new StandInStream(first.sides, Side.SERVICE);
        try {
            assertThat(first.verified().move(CutoverPhase.READS).state()).isEqualTo(CutoverState.DONE);
            long before = first.route().version();
            seen("slow", before, "1 hour");
            long id = first.order(CutoverPhase.OWNED);
            CompletableFuture<Boolean> work = CompletableFuture.supplyAsync(() -> {
                try {
                    return first.runner().work();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            });

            await("both real facades send to the new owner")
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> versions().equals(List.of(before, before + 1, before + 1)));
            await("it has waited for a while")
                    .until(() ->
                            first.cutovers().find(id).orElseThrow().stepAge().toMillis() > 500);
            assertThat(first.cutovers().find(id).orElseThrow().step()).isEqualTo(CutoverStep.ROUTE);
            assertThat(work).isNotDone();
            seen("slow", before + 1, "1 hour");

            assertThat(work.get()).isTrue();
            assertThat(first.cutovers().find(id).orElseThrow().state()).isEqualTo(CutoverState.DONE);
        } finally {
            forward.close();
            reverse.close();
        }
    }

    @Test
    void doesNotWaitForAFacadeThatIsGone() throws Exception {
        seen("gone", 0, "-10 seconds");

        assertThat(toShadow().get().state()).isEqualTo(CutoverState.DONE);
    }

    /** Each start of a facade has a name of its own: what it told is not kept for ever. */
    @Test
    void forgetsFacadesThatEndedLongAgoAndNobodyElse() {
        seen("ended long ago", 0, "-2 hours");
        seen("ended just now", 0, "-10 minutes");
        seen("lives", 0, "0 seconds");

        try (Coordinator third = new Coordinator(first)) {
            await("the gone one is forgotten").until(() -> !facades().contains("ended long ago"));

            assertThat(facades()).hasSize(5).contains("ended just now", "lives");
            assertThat(third.bean(RouteAcknowledgements.class).missing("vehicles"))
                    .isEmpty();
        }
    }

    /** Whoever slept for so long that its row is gone tells again, and is waited for again. */
    @Test
    void aFacadeThatWasForgottenWhileItSleptTellsAgain() {
        await("both have told").until(() -> facades().size() == 2);
        List<String> both = facades();
        migration.update("DELETE FROM route_seen");

        await("both have told again").until(() -> facades().containsAll(both));
    }

    private List<String> facades() {
        return migration.queryForList("SELECT facade FROM route_seen", String.class);
    }
}
