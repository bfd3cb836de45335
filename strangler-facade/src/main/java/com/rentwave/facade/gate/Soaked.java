package com.rentwave.facade.gate;

import com.rentwave.facade.cutover.PhaseChange;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The API has been OWNED for the soak time without interruption: who gives up the way back did not need it so long. */
@Component
@Order(25)
class Soaked implements Gate {

    private final OwnedSince owned;
    private final GateSettings settings;
    private final Clock clock;

    Soaked(OwnedSince owned, GateSettings settings, Clock clock) {
        this.owned = owned;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "soak";
    }

    @Override
    public boolean guards(PhaseChange change) {
        return change.retires();
    }

    @Override
    public Finding ask(GateQuestion question) {
        Optional<Instant> since = owned.of(question.api());
        if (since.isEmpty()) {
            return Finding.no("no move is on record that brought " + question.api() + " to OWNED and left it there");
        }
        Duration so = Duration.between(since.get(), clock.instant());
        String sentence = "OWNED without interruption since " + since.get() + ", for " + words(so) + "; asked for are "
                + words(settings.soak());
        return new Finding(so.compareTo(settings.soak()) >= 0, sentence);
    }

    static String words(Duration time) {
        return time.toHours() >= 1
                ? String.format(Locale.ROOT, "%.1f days", time.toMinutes() / 1440.0)
                : time.toSeconds() + " s";
    }
}
