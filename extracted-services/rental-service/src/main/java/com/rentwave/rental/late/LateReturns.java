package com.rentwave.rental.late;

import com.rentwave.rental.clock.BusinessClock;
import com.rentwave.rental.clock.ClockMoved;
import com.rentwave.rental.store.Rentals;
import com.rentwave.service.NotOwner;
import com.rentwave.service.process.Timer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The timer that looks for things that are not back. It makes up for days on which no process ran, and runs on this side and
 * on the monolith's, whoever owns rentals: only the owner's transactions go through, and who comes second to a rental finds
 * the day charged.
 */
@Component
@EnableConfigurationProperties(LateProperties.class)
class LateReturns extends Timer {

    private static final Logger LOG = LoggerFactory.getLogger(LateReturns.class);

    private final Rentals rentals;
    private final LateCharges charges;
    private final BusinessClock clock;

    LateReturns(Rentals rentals, LateCharges charges, BusinessClock clock, LateProperties properties) {
        super("late-returns", properties.every());
        this.rentals = rentals;
        this.charges = charges;
        this.clock = clock;
    }

    @EventListener
    void onMove(ClockMoved moved) {
        work();
    }

    /** Charges every day late up to now, of every rental; a rental that fails does not keep the others. */
    @Override
    protected void work() {
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
}
