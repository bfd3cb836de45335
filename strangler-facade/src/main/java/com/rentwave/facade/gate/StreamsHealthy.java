package com.rentwave.facade.gate;

import com.rentwave.facade.cutover.PhaseChange;
import com.rentwave.facade.stream.Streams;
import com.rentwave.facade.stream.StreamsState;
import com.rentwave.facade.stream.StreamsState.Flow;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Both streams are set up and run, the way back before it is needed (rule 33). */
@Component
@Order(100)
class StreamsHealthy implements Gate {

    private final Streams streams;

    StreamsHealthy(Streams streams) {
        this.streams = streams;
    }

    @Override
    public String name() {
        return "streams-healthy";
    }

    @Override
    public boolean guards(PhaseChange change) {
        return change.needsRows();
    }

    @Override
    public Finding ask(GateQuestion question) throws Exception {
        StreamsState state = streams.state(question.api());
        if (!state.armed()) {
            return Finding.no("the streams of " + question.api() + " are not set up");
        }
        String problem = problem("forward", state.forward()) + problem("reverse", state.reverse());
        return problem.isEmpty() ? Finding.yes("both streams are set up and run") : Finding.no(problem.substring(2));
    }

    private static String problem(String direction, Flow flow) {
        if (flow == null) {
            return "; the " + direction + " stream is not there";
        }
        return flow.isStreaming()
                ? ""
                : "; the " + direction + " stream is " + flow.state()
                        + (flow.reason() == null ? "" : ": " + flow.reason());
    }
}
