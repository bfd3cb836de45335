package com.rentwave.workload.load;

import com.rentwave.workload.api.Answer;
import com.rentwave.workload.history.Unavailability;
import java.util.List;

/**
 * A request and what became of it, repeats included.
 *
 * @param answer the final answer; null when none came in time
 */
record Exchange(Answer answer, long startNanos, long endNanos, List<Unavailability> unavailable) {

    boolean answered() {
        return answer != null;
    }

    boolean is(int status) {
        return answered() && answer.status() == status;
    }

    String describe() {
        if (answered()) {
            return answer.describe();
        }
        return unavailable.isEmpty()
                ? "never sent"
                : unavailable.get(unavailable.size() - 1).what();
    }
}
