package com.rentwave.facade.cutover.step;

import com.rentwave.facade.cutover.Cutover;
import com.rentwave.facade.cutover.CutoverSettings;
import com.rentwave.facade.cutover.CutoverStep;
import com.rentwave.facade.cutover.Operation;
import com.rentwave.facade.cutover.PhaseChange;
import com.rentwave.facade.cutover.StepOutcome;
import com.rentwave.facade.ownership.FenceOutcome;
import com.rentwave.facade.ownership.Ownership;
import com.rentwave.facade.ownership.OwnershipTables;
import com.rentwave.facade.stream.Reconciliation;
import com.rentwave.facade.stream.Streams;
import com.rentwave.sync.Side;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.stereotype.Component;

/**
 * Compares the rows changed since the gates once more, while everybody goes on: inside the fence only the few changed
 * since then are left to compare. The writers that were there before are waited for first, so that every row with an
 * earlier time stamp can be seen.
 *
 * <p>Then stops writes in the old owner's database. Undone, the old owner has its rows back under the attempt's epoch, whether
 * the fence was ever seen or not, and the route carries that epoch, so that held requests go back to it.
 */
@Component
class FenceOldOwner implements Operation {

    private final OwnershipTables ownership;
    private final Streams streams;
    private final RecentRows recent;
    private final RouteTurn route;
    private final CutoverSettings settings;

    FenceOldOwner(
            OwnershipTables ownership, Streams streams, RecentRows recent, RouteTurn route, CutoverSettings settings) {
        this.ownership = ownership;
        this.streams = streams;
        this.recent = recent;
        this.route = route;
        this.settings = settings;
    }

    @Override
    public CutoverStep step() {
        return CutoverStep.FENCE;
    }

    @Override
    public String describe(String api, PhaseChange change) {
        return "Compare the rows changed since the gates. Then, in one transaction in the database of "
                + change.oldOwner().word()
                + ": wait for running writes, set the owner to nobody under the next epoch, write the barrier. New"
                + " writes are held by the facade.";
    }

    @Override
    public StepOutcome run(Cutover cutover) throws Exception {
        Side old = cutover.change().oldOwner();
        if (ownership.read(old, cutover.api()).epoch() < cutover.epoch()) {
            if (!ownership.awaitWriters(old, cutover.api(), settings.writersLimit())) {
                return kept(cutover, old, "for " + settings.writersLimit().toSeconds() + " s");
            }
            Reconciliation found = streams.reconcile(cutover.api(), recent.sinceGates(cutover), settings.verifyLimit());
            if (!found.clean()) {
                return new StepOutcome.Failed(found.sentence());
            }
        }
        return fence(cutover, old);
    }

    private StepOutcome fence(Cutover cutover, Side old) throws Exception {
        for (int i = 0; i < settings.fenceTries(); i++) {
            FenceOutcome outcome = ownership.fence(old, cutover.api(), cutover.epoch(), cutover.barrier());
            if (outcome == FenceOutcome.FENCED) {
                return new StepOutcome.Done(old.word() + " is fenced under epoch " + cutover.epoch()
                        + (i == 0 ? "" : " after " + (i + 1) + " tries"));
            }
            if (outcome == FenceOutcome.OVERTAKEN) {
                return new StepOutcome.Overtaken();
            }
            long pause = settings.fencePause().toMillis();
            Thread.sleep(ThreadLocalRandom.current().nextLong(pause / 2, pause + 1));
        }
        return kept(cutover, old, "through " + settings.fenceTries() + " tries");
    }

    private StepOutcome kept(Cutover cutover, Side old, String howLong) throws SQLException {
        List<String> holders = ownership.lockHolders(old, cutover.api());
        return new StepOutcome.Failed("transactions kept the lock of " + cutover.api() + " in " + old.word() + " "
                + howLong + (holders.isEmpty() ? "" : ", at the end " + String.join(", ", holders)));
    }

    @Override
    public void compensate(Cutover cutover) throws Exception {
        Side old = cutover.change().oldOwner();
        Ownership given = ownership.giveBack(old, cutover.api(), cutover.epoch());
        if (given.epoch() == cutover.epoch() && given.isNobody()) {
            throw new IllegalStateException(old.word() + " did not take its rows back");
        }
        route.raiseEpoch(cutover);
    }
}
