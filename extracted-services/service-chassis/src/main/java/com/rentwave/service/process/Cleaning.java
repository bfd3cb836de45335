package com.rentwave.service.process;

import com.rentwave.service.NotOwner;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * The timer that removes what nobody needs any more: few rows at a time, so that nobody waits for a large transaction. What
 * belongs to an API is left to its owner. May run in several processes at once.
 */
@Component
@EnableConfigurationProperties(CleaningProperties.class)
class Cleaning extends Timer {

    private static final Logger LOG = LoggerFactory.getLogger(Cleaning.class);
    private static final int AT_ONCE = 500;

    private final List<Cleaned> all;
    private final Clock clock;

    Cleaning(List<Expiring> all, Clock clock, CleaningProperties properties) {
        super("cleaning", properties.every());
        this.all = all.stream().map(Cleaned::new).toList();
        this.clock = clock;
    }

    /**
     * What was done to a table.
     *
     * @param removed rows, since this process began
     * @param last end of the last run that went through; null before the first, and while somebody else owns the table
     * @param failures runs in vain since then
     */
    record State(String table, long removed, Instant last, long failures) {}

    List<State> states() {
        return all.stream().map(Cleaned::state).toList();
    }

    @Override
    public void start() {
        startWithPause();
    }

    @Override
    protected void work() {
        all.forEach(this::clean);
    }

    private void clean(Cleaned cleaned) {
        String table = cleaned.rows.table();
        try {
            long removed = cleaned.removeAll();
            cleaned.done(clock.instant());
            if (removed > 0) {
                LOG.info("{}: {} rows were old enough to be removed", table, removed);
            }
        } catch (NotOwner e) {
            LOG.debug("{}: its owner cleans it", table);
        } catch (RuntimeException e) {
            cleaned.failures.incrementAndGet();
            LOG.warn("{}: cleaning it failed, the next run tries again: {}", table, e.getMessage());
        }
    }

    private static final class Cleaned {

        private final Expiring rows;
        private final AtomicLong removed = new AtomicLong();
        private final AtomicLong failures = new AtomicLong();
        private volatile Instant last;

        Cleaned(Expiring rows) {
            this.rows = rows;
        }

        long removeAll() {
            long before = removed.get();
            int some;
            do {
                some = rows.removeSome(AT_ONCE);
                removed.addAndGet(some);
            } while (some == AT_ONCE);
            return removed.get() - before;
        }

        void done(Instant at) {
            last = at;
            failures.set(0);
        }

        State state() {
            return new State(rows.table(), removed.get(), last, failures.get());
        }
    }
}
