package com.rentwave.facade.gate;

import com.rentwave.facade.cutover.PhaseChange;
import com.rentwave.facade.ownership.Ownership;
import com.rentwave.facade.ownership.OwnershipTables;
import com.rentwave.facade.route.Owner;
import com.rentwave.facade.route.Route;
import com.rentwave.facade.route.RouteStore;
import com.rentwave.sync.Side;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Exactly one database owns the rows, it is the one the route names, and no epoch is ahead of its. A database that is
 * fenced for ever takes part in nothing but the retirement that fenced it, when that is asked for again.
 */
@Component
@Order(20)
class OwnershipAsExpected implements Gate {

    private final OwnershipTables ownership;
    private final RouteStore routes;

    OwnershipAsExpected(OwnershipTables ownership, RouteStore routes) {
        this.ownership = ownership;
        this.routes = routes;
    }

    @Override
    public String name() {
        return "ownership";
    }

    @Override
    public boolean guards(PhaseChange change) {
        return !change.isRollback() || change.flips();
    }

    @Override
    public Finding ask(GateQuestion question) throws Exception {
        Side owner = question.change().oldOwner();
        Ownership own = ownership.read(owner, question.api());
        if (!own.owner().equals(owner.word())) {
            return Finding.no(owner.word() + " does not own the rows in its database (owner: " + own.owner() + ")");
        }
        Ownership other = ownership.read(owner.other(), question.api());
        if (other.isRetired() && !question.change().retires()) {
            return Finding.no(owner.other().word() + " is fenced for ever: it never takes the rows of " + question.api()
                    + " back");
        }
        if (!other.isNobody() && !other.isRetired()) {
            return Finding.no("both databases own the rows");
        }
        if (other.epoch() > own.epoch()) {
            return Finding.no(
                    owner.other().word() + " is at epoch " + other.epoch() + ", ahead of the owner's " + own.epoch());
        }
        Route route = routes.load(question.api()).orElse(null);
        if (route == null
                || route.owner() != Owner.of(owner)
                || route.epoch() > own.epoch()
                || !route.phase().name().equals(question.change().from().name())) {
            return Finding.no("the route does not stand at " + question.change().from() + " with this owner: " + route);
        }
        return Finding.yes(owner.word() + " owns the rows at epoch " + own.epoch());
    }
}
