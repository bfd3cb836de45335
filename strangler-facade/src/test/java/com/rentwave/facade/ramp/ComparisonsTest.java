package com.rentwave.facade.ramp;

import static org.assertj.core.api.Assertions.assertThat;

import com.rentwave.facade.canary.Compared;
import com.rentwave.facade.shadow.Tally;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ComparisonsTest {

    private final AtomicLong nanos = new AtomicLong(1);
    private Tally total = Tally.compared(1_000, 10, 0, 0, 0);
    private final Comparisons comparisons = new Comparisons(() -> total, Duration.ofSeconds(10), nanos::get);

    private void compare(long matched, long mismatched) {
        total = total.and(Tally.compared(matched, mismatched, 0, 0, 0));
    }

    /** Looking four times a second. */
    private void pass(int seconds) {
        for (int look = 0; look < 4 * seconds; look++) {
            nanos.addAndGet(Duration.ofMillis(250).toNanos());
            comparisons.lately();
        }
    }

    @Test
    void countsFromItsBeginning() {
        compare(90, 1);
        total = total.and(new Tally(0, 0, 5, 6, 3, 7, 0, 0));

        assertThat(comparisons.ever()).isEqualTo(new Compared(91, 1, 3));
        assertThat(comparisons.lately()).isEqualTo(new Compared(91, 1, 3));
    }

    @Test
    void forgetsWhatIsOlderThanItsWindow() {
        compare(90, 1);
        pass(11);
        compare(5, 2);

        assertThat(comparisons.lately()).isEqualTo(new Compared(7, 2, 0));
        assertThat(comparisons.ever()).isEqualTo(new Compared(98, 3, 0));
    }

    @Test
    void keepsWhatIsWithinItsWindow() {
        pass(100);
        compare(90, 1);
        pass(9);

        assertThat(comparisons.lately()).isEqualTo(new Compared(91, 1, 0));
    }
}
