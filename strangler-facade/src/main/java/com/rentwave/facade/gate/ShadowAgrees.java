package com.rentwave.facade.gate;

import static java.util.stream.Collectors.joining;

import com.rentwave.facade.cutover.PhaseChange;
import com.rentwave.facade.shadow.ShadowEvidence;
import com.rentwave.facade.shadow.Tally;
import java.util.Locale;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Both sides answer reads alike. Traffic is judged as far as there was any; a rehearsal against what runs now is always
 * made, so that an API that nobody uses can move too, and one that was redeployed is not judged by what ran before. Only the
 * flip does without it: all users read from the service by then, and a rehearsal would take longer than the whole flip.
 */
@Component
@Order(135)
class ShadowAgrees implements Gate {

    private final ShadowEvidence evidence;
    private final GateSettings settings;

    ShadowAgrees(ShadowEvidence evidence, GateSettings settings) {
        this.evidence = evidence;
        this.settings = settings;
    }

    @Override
    public String name() {
        return "shadow";
    }

    @Override
    public boolean guards(PhaseChange change) {
        return switch (change.to()) {
            case CANARY, OWNED -> true;
            case READS -> !change.isRollback();
            case LEGACY, SYNCED, SHADOW, RETIRED -> false;
        };
    }

    @Override
    public Finding ask(GateQuestion question) throws InterruptedException {
        String api = question.api();
        if (question.change().flips()) {
            return traffic(api);
        }
        Tally rehearsed = evidence.rehearse(api);
        Tally all = evidence.seen(api, settings.shadowWindow());
        String text = rehearsal(rehearsed) + "; " + sentence(all);
        if (rehearsed.samples() < settings.shadowSamples()) {
            return Finding.no(text + "; a rehearsal has to compare " + settings.shadowSamples());
        }
        if (rehearsed.mismatched() > 0 && share(rehearsed) > settings.shadowBudget()
                || share(all) > settings.shadowBudget()) {
            return Finding.no(text + "; " + causes(api));
        }
        return Finding.yes(text);
    }

    private static double share(Tally tally) {
        return tally.samples() == 0 ? 0 : (double) tally.mismatched() / tally.samples();
    }

    /** One difference among few reads is not yet more than the budget allows. */
    private Finding traffic(String api) {
        Tally all = evidence.seen(api, settings.shadowWindow());
        return all.mismatched() > 1 && share(all) > settings.shadowBudget()
                ? Finding.no(sentence(all) + "; " + causes(api))
                : Finding.yes(sentence(all));
    }

    private static String rehearsal(Tally rehearsed) {
        return String.format(
                Locale.ROOT,
                "rehearsed just now: %d of %d reads differ%s",
                rehearsed.mismatched(),
                rehearsed.samples(),
                rehearsed.missed() == 0 ? "" : ", " + rehearsed.missed() + " could not be compared");
    }

    private String sentence(Tally all) {
        return String.format(
                Locale.ROOT,
                "seen in the last %d min, with traffic: %d of %d (allowed %.2f %%)",
                settings.shadowWindow().toMinutes(),
                all.mismatched(),
                all.samples(),
                settings.shadowBudget() * 100);
    }

    private String causes(String api) {
        return "most often "
                + evidence.causes(api).stream()
                        .limit(3)
                        .map(cause -> cause.cause() + " (" + cause.seen() + ")")
                        .collect(joining(", "));
    }
}
