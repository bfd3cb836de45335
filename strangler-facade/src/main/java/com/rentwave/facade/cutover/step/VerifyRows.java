package com.rentwave.facade.cutover.step;

import com.rentwave.facade.certificate.Certificates;
import com.rentwave.facade.cutover.Cutover;
import com.rentwave.facade.cutover.CutoverSettings;
import com.rentwave.facade.cutover.CutoverStep;
import com.rentwave.facade.cutover.Cutovers;
import com.rentwave.facade.cutover.FlipHolds;
import com.rentwave.facade.cutover.Operation;
import com.rentwave.facade.cutover.PhaseChange;
import com.rentwave.facade.cutover.StepOutcome;
import com.rentwave.facade.hold.HoldSummary;
import com.rentwave.facade.stream.Reconciliation;
import com.rentwave.facade.stream.Streams;
import java.io.IOException;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Compares the rows once more while traffic runs on the new owner, and writes the certificate, whatever it found. */
@Component
class VerifyRows implements Operation {

    private static final Logger LOG = LoggerFactory.getLogger(VerifyRows.class);

    private final Streams streams;
    private final RecentRows recent;
    private final Cutovers cutovers;
    private final FlipHolds holds;
    private final CutoverSettings settings;
    private final Certificates certificates;
    private final Clock clock;

    VerifyRows(
            Streams streams,
            RecentRows recent,
            Cutovers cutovers,
            FlipHolds holds,
            CutoverSettings settings,
            Certificates certificates,
            Clock clock) {
        this.streams = streams;
        this.recent = recent;
        this.cutovers = cutovers;
        this.holds = holds;
        this.settings = settings;
        this.certificates = certificates;
        this.clock = clock;
    }

    @Override
    public CutoverStep step() {
        return CutoverStep.VERIFY;
    }

    @Override
    public String describe(String api, PhaseChange change) {
        return "Compare the changed rows once more, now from "
                + change.newOwner().word() + " to " + change.oldOwner().word() + ", and write the certificate.";
    }

    @Override
    public StepOutcome run(Cutover cutover) throws Exception {
        Reconciliation found;
        String sentence;
        try {
            found = streams.reconcile(cutover.api(), recent.sinceGates(cutover), settings.verifyLimit());
            sentence = found.sentence();
        } catch (IOException e) {
            if (cutover.stepAge().compareTo(settings.verifyLimit()) < 0) {
                return new StepOutcome.Again(e.getMessage());
            }
            found = null;
            sentence = "the rows could not be compared: " + e.getMessage();
        }
        if (found == null || !found.clean()) {
            LOG.error(
                    "{}: ALARM, after the flip of move {} to {}: {}",
                    cutover.api(),
                    cutover.id(),
                    cutover.change().newOwner().word(),
                    sentence);
        }
        HoldSummary felt = holds.summary(cutover);
        FlipCertificate certificate =
                FlipCertificate.of(cutover, cutovers.history(cutover.id()), felt, found, sentence, clock.instant());
        certificates.issue(cutover.id(), cutover.epoch(), certificate);
        return new StepOutcome.Done(sentence);
    }
}
