package com.rentwave.facade.cutover;

import com.rentwave.facade.hold.HoldSummary;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Carries moves out: takes the lease of the running one, runs its stored step, stores what follows, and so on. It keeps
 * nothing of a move in memory that a successor would need: one that takes over after a crash runs the stored step again.
 *
 * <p>Before the decision a failure is undone, in reverse order; after it every step is tried until it succeeds.
 */
@Component
public class CutoverRunner {

    private static final Logger LOG = LoggerFactory.getLogger(CutoverRunner.class);
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(50);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    private final Cutovers cutovers;
    private final Map<CutoverStep, Operation> operations = new EnumMap<>(CutoverStep.class);
    private final FlipHolds holds;
    private final CutoverSettings settings;
    private final String holder = UUID.randomUUID().toString();
    private final LeaseKeeper leases;
    private volatile boolean stopping;

    public CutoverRunner(Cutovers cutovers, List<Operation> operations, FlipHolds holds, CutoverSettings settings) {
        this.cutovers = cutovers;
        this.holds = holds;
        this.settings = settings;
        this.leases = new LeaseKeeper(cutovers, holder, settings.lease());
        operations.forEach(operation -> this.operations.put(operation.step(), operation));
    }

    /**
     * Works on the running move until it ends, unless there is none or another coordinator holds its lease.
     *
     * @return whether there was something to do
     * @throws InterruptedException when the coordinator is to stop; the move stays where it is stored
     */
    public boolean work() throws InterruptedException {
        Cutover cutover = cutovers.lease(holder, settings.lease()).orElse(null);
        if (cutover == null) {
            return false;
        }
        try (LeaseKeeper.Kept lease = leases.keep()) {
            Pauses pauses = new Pauses();
            while (cutover.isRunning() && lease.isHeld() && !(stopping && mayRest(cutover))) {
                cutover = advance(cutover, pauses);
            }
        } finally {
            holds.close(cutover);
        }
        return true;
    }

    /** Lets go of the move at the next step where nobody waits for it: never with the fence up. */
    void stopSoon() {
        stopping = true;
    }

    private static boolean mayRest(Cutover cutover) {
        return !cutover.change().flips() || cutover.step() == CutoverStep.GATES || cutover.step() == CutoverStep.VERIFY;
    }

    /** Gives the lease back at an orderly end. */
    void stop() {
        cutovers.release(holder);
    }

    private Cutover advance(Cutover at, Pauses pauses) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        if (at.change().flips() && at.step() != CutoverStep.GATES) {
            holds.open(at);
        }
        if (at.step() == CutoverStep.GATES && at.attempt() > 1) {
            Thread.sleep(settings.retryPause().toMillis());
        }
        return follow(at, attempt(at), pauses);
    }

    private StepOutcome attempt(Cutover at) throws InterruptedException {
        try {
            if (at.step() == CutoverStep.ABORT) {
                undo(at);
                return new StepOutcome.Done(
                        "the rows are back with " + at.change().oldOwner().word());
            }
            return operations.get(at.step()).run(at);
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            String why = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            boolean again = at.goesOn() || !at.step().canAbort() && at.stepAge().compareTo(settings.patience()) < 0;
            return again ? new StepOutcome.Again(why) : new StepOutcome.Failed(why);
        }
    }

    private void undo(Cutover at) throws Exception {
        List<CutoverStep> steps = at.change().steps();
        for (int i = steps.size() - 1; i >= 0; i--) {
            if (steps.get(i).canAbort()) {
                operations.get(steps.get(i)).compensate(at);
            }
        }
    }

    private Cutover follow(Cutover at, StepOutcome outcome, Pauses pauses) throws InterruptedException {
        if (outcome instanceof StepOutcome.Again again) {
            return readAgain(at, again.reason(), pauses);
        }
        if (outcome instanceof StepOutcome.Overtaken) {
            Cutover stored = readAgain(at, "somebody else seems to have gone on", pauses);
            boolean moved = stored.attempt() != at.attempt() || stored.step() != at.step() || !stored.isRunning();
            return moved || !at.step().canAbort()
                    ? stored
                    : store(at, at.givenUp("the ownership epoch was changed from outside"), null);
        }
        pauses.reset();
        if (outcome instanceof StepOutcome.Open open) {
            return store(
                    at, at.opened(open.reasons(), open.epoch()), open.reasons().size() + " gates are open");
        }
        if (outcome instanceof StepOutcome.Shut shut) {
            return store(at, afterShut(at, shut), Cutover.shut(shut.reasons()));
        }
        if (outcome instanceof StepOutcome.Failed failed) {
            return store(at, at.givenUp(failed.reason()), failed.reason());
        }
        return store(at, afterDone(at), ((StepOutcome.Done) outcome).detail());
    }

    /** An aborted flip is tried again with its gates; once tried, a shut gate costs an attempt. */
    private Cutover afterShut(Cutover at, StepOutcome.Shut shut) {
        if (at.attempt() == 1) {
            return at.refused(shut.reasons());
        }
        return at.attempt() < settings.attempts()
                ? at.triedAgain()
                : at.aborted("after " + at.attempt() + " attempts: " + Cutover.shut(shut.reasons()), shut.reasons());
    }

    private Cutover afterDone(Cutover at) {
        HoldSummary felt = holds.summary(at);
        Cutover seen = at.withHold((int) felt.held(), felt.longestMillis());
        if (at.step() != CutoverStep.ABORT) {
            return seen.done();
        }
        return at.attempt() < settings.attempts()
                ? seen.triedAgain()
                : seen.aborted("after " + at.attempt() + " attempts: " + at.reason(), at.reasons());
    }

    private Cutover store(Cutover at, Cutover next, String detail) {
        return cutovers.store(at, next, detail)
                .map(stored -> {
                    log(at, stored, detail);
                    return stored;
                })
                .orElseGet(() -> stored(at));
    }

    private Cutover readAgain(Cutover at, String why, Pauses pauses) throws InterruptedException {
        pauses.pause(at, why);
        return stored(at);
    }

    private Cutover stored(Cutover at) {
        return cutovers.find(at.id()).orElseThrow(() -> new IllegalStateException("move " + at.id() + " is gone"));
    }

    private static void log(Cutover before, Cutover after, String detail) {
        LOG.info(
                "{}: move {} {}, attempt {}, epoch {}: {} → {}{}",
                after.api(),
                after.id(),
                before.change(),
                before.attempt(),
                before.epoch(),
                before.step(),
                after.isRunning() ? after.step() : after.state(),
                detail == null ? "" : " (" + detail + ")");
    }

    /** Ever longer pauses while something does not answer; the reason is logged when it changes. */
    private static final class Pauses {
        private Duration next = SHORTEST_PAUSE;
        private String reason;

        void pause(Cutover at, String why) throws InterruptedException {
            if (!why.equals(reason)) {
                LOG.info("{}: move {} waits at {}: {}", at.api(), at.id(), at.step(), why);
                reason = why;
            }
            Thread.sleep(next.toMillis());
            next = next.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? next.multipliedBy(2) : LONGEST_PAUSE;
        }

        void reset() {
            next = SHORTEST_PAUSE;
            reason = null;
        }
    }
}
