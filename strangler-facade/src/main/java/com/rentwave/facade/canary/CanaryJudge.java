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
     * @param lately reads that were compared in the same time
     * @param ever reads that were compared since the share was changed: what differs rarely, but always
     */
    public Optional<String> breach(CanaryWindow window, Compared lately, Compared ever) {
        if (window.stale() > 0) {
            return Optional.of((window.stale() == 1 ? "an answer was" : window.stale() + " answers were")
                    + " older than what the user had already seen");
        }
        return failures(window)
                .or(() -> slowness(window))
                .or(() -> mismatches(lately))
                .or(() -> mismatches(ever))
                .or(() -> silence(window, lately));
    }

    private Optional<String> failures(CanaryWindow window) {
        SideWindow service = window.service();
        boolean known = service.count() >= settings.samples() || service.failures() >= FEW;
        double allowed = window.legacy().failureShare() + settings.failures();
        return known && service.failures() >= FEW && service.failureShare() > allowed
                ? Optional.of(String.format(
                        Locale.ROOT,
                        "%d of %d reads by the service failed: %s (allowed %.2f %%)",
                        service.failures(),
                        service.count(),
                        window.failure(),
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
                        "the slowest hundredth of the reads by the service took %.0f ms"
                                + " (%.0f ms at the monolith, allowed %.0f ms)",
                        service.p99Millis(),
                        legacy.p99Millis(),
                        allowed))
                : Optional.empty();
    }

    private Optional<String> mismatches(Compared compared) {
        return compared.differing() > 1 && compared.share() > settings.mismatches()
                ? Optional.of(String.format(
                        Locale.ROOT,
                        "%d of %d compared answers differed (allowed %.2f %%); its shadow diffs tell which",
                        compared.differing(),
                        compared.reads(),
                        settings.mismatches() * 100))
                : Optional.empty();
    }

    /** Of a small share's few reads it would take long to know; copies are made of everybody's. */
    private Optional<String> silence(CanaryWindow window, Compared compared) {
        double allowed = window.legacy().failureShare() + settings.failures();
        return compared.unanswered() >= FEW && compared.unansweredShare() > allowed
                ? Optional.of(String.format(
                        Locale.ROOT,
                        "%d of %d copies of reads had no answer (allowed %.2f %%)",
                        compared.unanswered(),
                        compared.reads() + compared.unanswered(),
                        allowed * 100))
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
