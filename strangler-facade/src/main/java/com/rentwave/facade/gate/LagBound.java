package com.rentwave.facade.gate;

import com.rentwave.facade.cutover.PhaseChange;
import com.rentwave.facade.stream.Streams;
import com.rentwave.facade.stream.StreamsState;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Capture is close behind both databases. */
@Component
@Order(120)
class LagBound implements Gate {

    private final Streams streams;
    private final GateSettings settings;

    LagBound(Streams streams, GateSettings settings) {
        this.streams = streams;
        this.settings = settings;
    }

    @Override
    public String name() {
        return "lag";
    }

    @Override
    public boolean guards(PhaseChange change) {
        return change.needsRows();
    }

    @Override
    public Finding ask(GateQuestion question) throws Exception {
        StreamsState state = streams.state(question.api());
        if (state.forward() == null || state.reverse() == null) {
            return Finding.no("a stream is not there, so its lag is not known");
        }
        Long forward = state.forward().lagBytes();
        Long reverse = state.reverse().lagBytes();
        if (forward == null || reverse == null) {
            return Finding.no("a stream cannot tell its lag");
        }
        String evidence =
                "forward " + forward + " bytes, reverse " + reverse + " bytes behind, allowed " + settings.lagBytes();
        return Math.max(forward, reverse) <= settings.lagBytes() ? Finding.yes(evidence) : Finding.no(evidence);
    }
}
