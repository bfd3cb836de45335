package com.rentwave.service.process;

import com.rentwave.service.store.KeptAnswers;
import com.rentwave.service.store.Ownership;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Kept answers that nobody will ask for again. They are rows of the API: only its owner removes them, and copies follow. */
@Component
class ExpiredKeys implements Expiring {

    private final KeptAnswers kept;
    private final Ownership ownership;
    private final Clock clock;
    private final CleaningProperties properties;

    ExpiredKeys(KeptAnswers kept, Ownership ownership, Clock clock, CleaningProperties properties) {
        this.kept = kept;
        this.ownership = ownership;
        this.clock = clock;
        this.properties = properties;
    }

    @Override
    public String table() {
        return kept.table();
    }

    @Override
    public int removeSome(int most) {
        Instant end = clock.instant().minus(properties.keys());
        return ownership.write(() -> kept.forget(end, most));
    }
}
