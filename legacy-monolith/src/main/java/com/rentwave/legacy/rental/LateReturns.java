package com.rentwave.legacy.rental;

import com.rentwave.legacy.clock.BusinessClock;
import com.rentwave.legacy.clock.ClockMoved;
import com.rentwave.legacy.idempotency.Ownership;
import com.rentwave.legacy.web.DatabaseReady;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * The timer that looks for things that are not back. It makes up for days on which no server ran, and may run on several
 * servers at once: who comes second to a rental finds the day charged. It also runs while another side owns rentals, on this
 * side's copy, and is refused: so the days are charged by whoever owns them, and by nobody else.
 */
@ApplicationScoped
class LateReturns {

    private static final Logger LOG = System.getLogger(LateReturns.class.getName());
    private static final long SECONDS_BETWEEN = 10;

    private final Rentals rentals;
    private final LateCharges charges;
    private final BusinessClock clock;
    private final ManagedScheduledExecutorService timers;
    private ScheduledFuture<?> timer;

    @Inject
    LateReturns(Rentals rentals, LateCharges charges, BusinessClock clock, ManagedScheduledExecutorService timers) {
        this.rentals = rentals;
        this.charges = charges;
        this.clock = clock;
        this.timers = timers;
    }

    protected LateReturns() {
        this(null, null, null, null);
    }

    void start(@Observes DatabaseReady ready) {
        timer = timers.scheduleWithFixedDelay(this::tick, 0, SECONDS_BETWEEN, TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() {
        if (timer != null) {
            timer.cancel(false);
        }
    }

    void onMove(@Observes ClockMoved moved) {
        chargeAll();
    }

    /** Must not throw, or the timer would stop. */
    private void tick() {
        try {
            chargeAll();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "late returns: the next run tries again", e);
        }
    }

    /** Every day late up to now, of every rental; a rental that fails does not keep the others. */
    private void chargeAll() {
        for (long rentalId : rentals.due(clock.today())) {
            if (!chargeAllDays(rentalId)) {
                LOG.log(Level.DEBUG, "late returns: left to the side that owns rentals");
                return;
            }
        }
    }

    /** False when rentals are owned elsewhere. */
    private boolean chargeAllDays(long rentalId) {
        int days = 0;
        boolean owned = true;
        try {
            while (charges.chargeNext(rentalId)) {
                days++;
            }
        } catch (RuntimeException e) {
            owned = !Ownership.isMissing(e);
            if (owned) {
                LOG.log(Level.WARNING, "late returns: rental " + rentalId + " has to wait for the next run", e);
            }
        }
        if (days > 0) {
            LOG.log(Level.INFO, "rental {0}: {1} more days late", Long.toString(rentalId), days);
        }
        return owned;
    }
}
