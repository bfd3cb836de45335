package com.rentwave.facade.gate;

import com.rentwave.facade.backend.Backends;
import com.rentwave.facade.backend.LegacyUses;
import com.rentwave.facade.cutover.PhaseChange;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Nobody asks the monolith for the API any more: through the facade nobody can, and who goes around it would lose what
 * they use. The monolith counts them in its database, so that a restart forgets nothing.
 */
@Component
@Order(27)
class LegacyUnused implements Gate {

    private final OwnedSince owned;
    private final Backends backends;
    private final GateSettings settings;
    private final Clock clock;

    LegacyUnused(OwnedSince owned, Backends backends, GateSettings settings, Clock clock) {
        this.owned = owned;
        this.backends = backends;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "legacy-unused";
    }

    @Override
    public boolean guards(PhaseChange change) {
        return change.retires();
    }

    @Override
    public Finding ask(GateQuestion question) throws Exception {
        String api = question.api();
        Optional<Instant> flip = owned.of(api);
        if (flip.isEmpty()) {
            return Finding.no("it is not on record since when the monolith should answer nothing of " + api);
        }
        // What was on its way when the route turned may come a moment later, by another clock.
        Instant from = flip.get().plus(settings.underWay());
        LegacyUses uses = backends.uses(api, from);
        if (uses.answered() > 0) {
            return Finding.no("the monolith still answered " + uses.answered()
                    + (uses.answered() == 1 ? " request of " : " requests of ") + api + " since the flip, the last at "
                    + uses.last()
                    + "; somebody goes around the facade. Find them first; a new flip to OWNED begins a new count");
        }
        Instant watched = uses.watchedSince().isAfter(from) ? uses.watchedSince() : from;
        Instant now = clock.instant();
        Duration quiet = watched.isBefore(now) ? Duration.between(watched, now) : Duration.ZERO;
        return quiet.compareTo(settings.soak()) >= 0
                ? Finding.yes("the monolith has answered nothing of " + api + " since " + watched)
                : Finding.no("the monolith counts what it answers of " + api + " since " + watched + ", for "
                        + Soaked.words(quiet) + "; asked for are " + Soaked.words(settings.soak()));
    }
}
