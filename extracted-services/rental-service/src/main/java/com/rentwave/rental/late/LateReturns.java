package com.rentwave.rental.late;

import com.rentwave.rental.clock.BusinessClock;
import com.rentwave.rental.clock.ClockMoved;
import com.rentwave.rental.store.Rentals;
import com.rentwave.service.NotOwner;
import com.rentwave.sync.thread.RepeatingThread;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The timer that looks for things that are not back. It makes up for days on which no process ran, and runs on this side and
 * on the monolith's, whoever owns rentals: only the owner's transactions go through, and who comes second to a rental finds
 * the day charged.
 */
@Component
@EnableConfigurationProperties(LateProperties.class)
class LateReturns implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(LateReturns.class);

    private final Rentals rentals;
    private final LateCharges charges;
    private final BusinessClock clock;
    private final RepeatingThread thread;

    LateReturns(Rentals rentals, LateCharges charges, BusinessClock clock, LateProperties properties) {
        this.rentals = rentals;
        this.charges = charges;
        this.clock = clock;
        this.thread = RepeatingThread.every(properties.every(), "late-returns", this::chargeAll);
    }

    @Override
    public void start() {
        thread.start();
    }

    @EventListener
    void onMove(ClockMoved moved) {
        chargeAll();
    }

    /** Every day late up to now, of every rental; a rental that fails does not keep the others. */
    void chargeAll() {
        try {
            rentals.due(clock.today()).forEach(this::chargeAllDays);
        } catch (NotOwner e) {
            LOG.debug("late returns: {}", e.getMessage());
        }
    }

    private void chargeAllDays(long rentalId) {
        int days = 0;
        try {
            while (charges.chargeNext(rentalId)) {
                days++;
            }
        } catch (NotOwner e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.warn("late returns: rental {} has to wait for the next run", rentalId, e);
        }
        if (days > 0) {
            LOG.info("rental {}: {} more days late", rentalId, days);
        }
    }

    @Override
    public void stop() {
        thread.stop();
    }

    @Override
    public boolean isRunning() {
        return thread.isRunning();
    }
}
