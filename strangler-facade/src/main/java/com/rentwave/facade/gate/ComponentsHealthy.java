package com.rentwave.facade.gate;

import com.rentwave.facade.api.MovingApis;
import com.rentwave.facade.backend.Backends;
import com.rentwave.facade.cutover.PhaseChange;
import com.rentwave.facade.stream.Streams;
import com.rentwave.sync.Side;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The providers and change data capture call themselves well. A flip back asks only for the side that takes over: it has
 * to be possible while the service is down.
 */
@Component
@Order(30)
class ComponentsHealthy implements Gate {

    private interface Question {
        String ask() throws Exception;
    }

    private final MovingApis apis;
    private final Backends backends;
    private final Streams streams;

    ComponentsHealthy(MovingApis apis, Backends backends, Streams streams) {
        this.apis = apis;
        this.backends = backends;
        this.streams = streams;
    }

    @Override
    public String name() {
        return "components-healthy";
    }

    @Override
    public boolean guards(PhaseChange change) {
        return !change.isRollback() || change.flips();
    }

    @Override
    public Finding ask(GateQuestion question) throws InterruptedException {
        List<String> unwell = new ArrayList<>();
        if (!question.change().leavesService()) {
            ask(question.api(), Side.SERVICE, unwell);
        }
        ask(question.api(), Side.LEGACY, unwell);
        ask("cdc", streams::unhealthyReason, unwell);
        return unwell.isEmpty()
                ? Finding.yes("every component that takes part says it is up")
                : Finding.no(String.join("; ", unwell));
    }

    private void ask(String api, Side side, List<String> unwell) throws InterruptedException {
        ask(apis.component(api, side), () -> backends.unhealthyReason(api, side), unwell);
    }

    private static void ask(String component, Question question, List<String> unwell) throws InterruptedException {
        try {
            String reason = question.ask();
            if (reason != null) {
                unwell.add(component + " is down: " + reason);
            }
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            unwell.add(component + " does not answer (" + e.getClass().getSimpleName() + ")");
        }
    }
}
