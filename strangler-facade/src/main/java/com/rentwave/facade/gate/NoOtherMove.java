package com.rentwave.facade.gate;

import com.rentwave.facade.cutover.Cutover;
import com.rentwave.facade.cutover.Cutovers;
import com.rentwave.facade.cutover.PhaseChange;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Moves are serialised, also those of different APIs: two flips at once could wait for each other. */
@Component
@Order(10)
class NoOtherMove implements Gate {

    private final Cutovers cutovers;

    NoOtherMove(Cutovers cutovers) {
        this.cutovers = cutovers;
    }

    @Override
    public String name() {
        return "no-other-move";
    }

    @Override
    public boolean guards(PhaseChange change) {
        return true;
    }

    @Override
    public Finding ask(GateQuestion question) {
        Optional<Cutover> running = cutovers.running();
        if (running.isPresent()
                && (question.move().isEmpty()
                        || running.get().id() != question.move().getAsLong())) {
            return Finding.no(
                    "move " + running.get().id() + " of " + running.get().api() + " is running");
        }
        return Finding.yes("no other move is running");
    }
}
