package com.rentwave.facade.canary;

import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Says whether a canary breaks its budget, and why. */
@Component
public class CanaryJudge {

    private static final int FEW = 3;

    private final CanarySettings settings;

    public CanaryJudge(CanarySettings settings) {
        this.settings = settings;
    }

    /**
     * What is broken; empty when nothing is, or too little is known.
     *
     * @param compared reads that were compared in about the same time
     * @param mismatched those of them that differed
     */
    public Optional<String> breach(CanaryWindow window, long compared, long mismatched) {
        if (window.stale() > 0) {
            return Optional.of(window.stale() + " answers were older than what their users had already seen");
        }
        return failures(window).or(() -> slowness(window)).or(() -> mismatches(compared, mismatched));
    }

    private Optional<String> failures(CanaryWindow window) {
        SideWindow service = window.service();
        boolean known = service.count() >= settings.samples() || service.failures() >= FEW;
        double allowed = window.legacy().failureShare() + settings.failures();
        return known && service.failures() >= FEW && service.failureShare() > allowed
                ? Optional.of(String.format(
                        Locale.ROOT,
                        "%d of %d reads failed (allowed %.2f %%)",
                        service.failures(),
                        service.count(),
                        allowed * 100))
                : Optional.empty();
    }

    private Optional<String> slowness(CanaryWindow window) {
        SideWindow service = window.service();
        SideWindow legacy = window.legacy();
        double allowed = settings.slack().toMillis();
        if (legacy.count() >= settings.samples()) {
            allowed = Math.max(allowed, legacy.p99Millis() * settings.slower());
        } else {
            allowed *= settings.slower() * 2;
        }
        return service.count() >= settings.samples() && service.p99Millis() > allowed
                ? Optional.of(String.format(
                        Locale.ROOT,
                        "the slowest hundredth took %.0f ms (%.0f ms at the monolith, allowed %.0f ms)",
                        service.p99Millis(),
                        legacy.p99Millis(),
                        allowed))
                : Optional.empty();
    }

    private Optional<String> mismatches(long compared, long mismatched) {
        return mismatched > 1 && (double) mismatched / compared > settings.mismatches()
                ? Optional.of(String.format(
                        Locale.ROOT,
                        "%d of %d compared answers differed (allowed %.2f %%)",
                        mismatched,
                        compared,
                        settings.mismatches() * 100))
                : Optional.empty();
    }

    /** Why it is too early to say that all is well; empty when it is not. */
    public Optional<String> ignorance(CanaryWindow window) {
        long count = window.service().count();
        return count < settings.samples()
                ? Optional.of("only " + count + " reads by the service in the last minute; it takes "
                        + settings.samples() + " to judge")
                : Optional.empty();
    }
}
