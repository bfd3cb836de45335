package com.rentwave.facade.gate;

import com.rentwave.facade.cutover.PhaseChange;
import com.rentwave.facade.ownership.Barriers;
import com.rentwave.sync.Side;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * A barrier written now arrives at the other side soon, both ways: what the fence will wait for works, and so does the
 * way back (rule 33). A flip back needs the direction it drains.
 */
@Component
@Order(130)
class BarrierRoundTrip implements Gate {

    private final Barriers barriers;
    private final GateSettings settings;

    BarrierRoundTrip(Barriers barriers, GateSettings settings) {
        this.barriers = barriers;
        this.settings = settings;
    }

    @Override
    public String name() {
        return "barrier-round-trip";
    }

    @Override
    public boolean guards(PhaseChange change) {
        return change.flips();
    }

    @Override
    public Finding ask(GateQuestion question) throws Exception {
        String api = question.api();
        List<Side> sources =
                question.change().leavesService() ? List.of(Side.SERVICE) : List.of(Side.LEGACY, Side.SERVICE);
        String barrier = "gate-" + api + "-" + UUID.randomUUID();
        long start = System.nanoTime();
        for (Side source : sources) {
            barriers.emit(source, api, barrier);
        }
        StringBuilder evidence = new StringBuilder();
        for (Side source : sources) {
            Duration left = settings.barrierLimit().minusNanos(System.nanoTime() - start);
            if (!barriers.await(source, api, barrier, left.isNegative() ? Duration.ZERO : left)) {
                return Finding.no("a barrier from " + source.word() + " was not applied at "
                        + source.other().word() + " within "
                        + settings.barrierLimit().toMillis() + " ms");
            }
            evidence.append(evidence.isEmpty() ? "" : ", ").append("from ").append(source.word());
        }
        return Finding.yes(
                "a barrier arrives " + evidence + " within " + (System.nanoTime() - start) / 1_000_000 + " ms");
    }
}
