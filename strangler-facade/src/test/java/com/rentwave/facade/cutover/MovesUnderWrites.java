package com.rentwave.facade.cutover;

import static com.rentwave.facade.cutover.CutoverPhase.LEGACY;
import static com.rentwave.facade.cutover.CutoverPhase.OWNED;
import static com.rentwave.facade.cutover.CutoverPhase.RETIRED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.rentwave.facade.gateway.FacadeClients;
import com.rentwave.facade.route.Owner;
import com.rentwave.facade.route.Route;
import com.rentwave.sync.Side;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Moves one after the other over the same databases, while clients write through a facade that lives on. The coordinator
 * of this process takes over what others leave behind.
 */
final class MovesUnderWrites implements AutoCloseable {

    private final Coordinator coordinator;
    private final TwoSides sides;
    private final JdbcTemplate migration;
    private final StandInStream forward;
    private final StandInStream reverse;
    private final FacadeClients clients;

    /** @param coordinator the one that outlives the others; everything is verified for it */
    MovesUnderWrites(Coordinator coordinator) throws Exception {
        this.coordinator = coordinator;
        sides = coordinator.sides;
        migration = new JdbcTemplate(sides.migration());
        coordinator.streams.armed = true;
        forward = new StandInStream(sides, Side.LEGACY);
        reverse = new StandInStream(sides, Side.SERVICE);
        clients = new FacadeClients(sides);
    }

    /** The change of phase is ordered, and the clients write. */
    long begin(PhaseChange change) throws InterruptedException {
        bringTo(change.from());
        clients.begin();
        return coordinator.order(change.to());
    }

    private void bringTo(CutoverPhase phase) throws InterruptedException {
        CutoverPhase now = CutoverPhase.valueOf(coordinator.route().phase().name());
        if (now == RETIRED) {
            sides.unretire(coordinator.route().epoch());
            now = OWNED;
        }
        if (now != phase && !now.leadsTo(phase)) {
            assertThat(coordinator.move(LEGACY).state()).isEqualTo(CutoverState.DONE);
            now = LEGACY;
        }
        if (now != phase) {
            assertThat(coordinator.move(phase).state()).isEqualTo(CutoverState.DONE);
        }
    }

    /** Another move, made by this process's coordinator while the clients write. */
    Cutover move(CutoverPhase to) throws InterruptedException {
        clients.begin();
        return coordinator.move(to);
    }

    /** What a coordinator that works no more has left behind; writes that stand still are held. */
    Cutover leftAt(long id, Death death) {
        Cutover left = coordinator.cutovers().find(id).orElseThrow();
        assertThat(left.isRunning()).isTrue();
        assertThat(death.isAt(left)).as("it was left at " + left.step()).isTrue();
        Side named = coordinator.route().owner().side().orElseThrow();
        assertThat(owners()).hasSizeLessThanOrEqualTo(1);
        if (!owners().equals(List.of(named))) {
            await("a write is held").until(() -> clients.held() > 0);
        }
        return left;
    }

    private List<Side> owners() {
        return Arrays.stream(Side.values())
                .filter(side -> sides.ownership(side).startsWith(side.word() + " "))
                .toList();
    }

    /** Works on what was left as soon as its lease is over. */
    void takeOver(CutoverRunner successor) {
        await("the lease is over").atMost(Duration.ofSeconds(60)).until(successor::work);
    }

    /** The move has ended like that, one side owns the rows, and every write was answered and done once. */
    Cutover assertEnded(long id, PhaseChange change, CutoverState state) throws InterruptedException {
        Cutover ended = coordinator.cutovers().find(id).orElseThrow();
        assertThat(ended.state()).as(ended.reason()).isEqualTo(state);
        assertOneOwner(ended, change);
        assertEveryWriteIsAnsweredAndDoneOnce();
        return ended;
    }

    private void assertOneOwner(Cutover ended, PhaseChange change) {
        boolean done = ended.state() == CutoverState.DONE;
        CutoverPhase phase = done ? change.to() : change.from();
        Route route = coordinator.route();
        assertThat(route.phase().name()).isEqualTo(phase.name());
        assertThat(route.owner()).isEqualTo(Owner.of(phase.owner()));
        assertThat(ended.epoch()).isIn(null, route.epoch());
        assertThat(sides.ownership(phase.owner())).isEqualTo(phase.owner().word() + " " + route.epoch());
        assertThat(sides.ownership(phase.owner().other()))
                .startsWith(phase == RETIRED ? "retired " : "nobody ")
                .satisfies(other -> assertThat(epoch(other)).isLessThanOrEqualTo(route.epoch()));
        if (done && change.flips()) {
            assertThat(epoch(sides.ownership(phase.owner().other()))).isEqualTo(route.epoch());
        }
        assertThat(migration.queryForList(
                        "SELECT epoch FROM flip_certificate WHERE cutover_id = ?", Long.class, ended.id()))
                .as("epochs that were certified")
                .isEqualTo(done && change.flips() ? List.of(ended.epoch()) : List.of());
    }

    private static long epoch(String ownership) {
        return Long.parseLong(ownership.split(" ")[1]);
    }

    private void assertEveryWriteIsAnsweredAndDoneOnce() throws InterruptedException {
        assertThat(clients.end()).as("every write is answered").isTrue();
        assertThat(clients.wrong()).isEmpty();
        assertThat(clients.held()).isZero();
        assertThat(clients.commits().values()).containsOnly(1);
        await("both sides are equal").atMost(Duration.ofSeconds(60)).until(() -> sides.rows(Side.LEGACY)
                .equals(sides.rows(Side.SERVICE)));
        Set<Long> rows = Arrays.stream(sides.rows(Side.LEGACY).split(","))
                .map(row -> Long.parseLong(row.substring(0, row.indexOf('='))))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(rows).isEqualTo(clients.answered());
    }

    /** All that a coordinator changes, from the move on: moves and who works on them, routes, certificates, ownership. */
    List<String> state(long id) {
        List<String> state = new ArrayList<>(migration.queryForList("""
                SELECT (to_jsonb(t) - 'lease_until')::text FROM cutover t WHERE id >= ?
                UNION ALL SELECT to_jsonb(t)::text FROM cutover_step t WHERE cutover_id >= ?
                UNION ALL SELECT to_jsonb(t)::text FROM flip_certificate t WHERE cutover_id >= ?
                UNION ALL SELECT to_jsonb(t)::text FROM route t
                ORDER BY 1
                """, String.class, id, id, id));
        for (Side side : Side.values()) {
            state.add(side.word() + ": " + sides.ownership(side));
        }
        return state;
    }

    @Override
    public void close() throws Exception {
        clients.close();
        forward.close();
        reverse.close();
    }
}
