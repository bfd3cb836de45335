package com.rentwave.facade.hold;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Comparator;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class ApiHoldsTest {

    private final ApiHolds holds = new ApiHolds(new HoldSettings(3, DataSize.ofBytes(100), Duration.ofSeconds(5)));

    private Hold hold(long bytes) {
        return holds.enter(bytes).orElseThrow();
    }

    @Test
    void takesNoMoreRequestsThanItsBound() {
        hold(0);
        hold(0);
        Hold third = hold(0);

        assertThat(holds.enter(0)).isEmpty();
        third.close();
        assertThat(holds.enter(0)).isPresent();
    }

    @Test
    void takesNoMoreBytesThanItsBound() {
        Hold large = hold(99);

        assertThat(holds.enter(2)).isEmpty();
        assertThat(holds.enter(1)).isPresent();
        large.close();
        assertThat(holds.enter(99)).isPresent();
    }

    @Test
    void freesAPlaceOnlyOnce() {
        Hold first = hold(60);
        hold(40);
        first.close();
        first.close();

        assertThat(holds.held()).isEqualTo(1);
        assertThat(holds.enter(61)).isEmpty();
    }

    @Test
    void countsTheRequestsThatAreHeldInAWindow() {
        hold(0).close();
        Hold before = hold(0);
        HoldWindow window = holds.openWindow();
        hold(0).close();
        Hold after = hold(0);

        assertThat(window.summary().held()).isEqualTo(3);
        before.close();
        after.close();
        window.close();
        hold(0).close();
        assertThat(window.summary().held()).isEqualTo(3);
    }

    @Test
    void countsARequestOnceHoweverOftenItWaits() {
        HoldWindow window = holds.openWindow();
        Hold hold = hold(0);
        hold.sent();
        hold.waits();
        hold.sent();
        hold.close();

        assertThat(window.summary().held()).isEqualTo(1);
        assertThat(window.summary().longestMillis()).isPositive();
    }

    @Test
    void tellsOfEachRequestHowLongItWasHeld() {
        HoldWindow window = holds.openWindow();
        hold(0).close();
        hold(0).close();
        Hold waiting = hold(0);

        HoldSummary whileOneWaits = window.summary();
        waiting.close();
        HoldSummary after = window.summary();

        assertThat(window.summary().times()).isSortedAccordingTo(Comparator.comparing(HoldTime::millis));
        assertThat(after.times().stream().mapToLong(HoldTime::requests).sum()).isEqualTo(3);
        assertThat(after.times().get(after.times().size() - 1).millis()).isEqualTo(after.longestMillis());
        assertThat(whileOneWaits.times().stream().mapToLong(HoldTime::requests).sum())
                .isEqualTo(3);
        assertThat(whileOneWaits.ended()).isZero();
        assertThat(after.begun()).isGreaterThan(after.ended());
        assertThat(after.ended()).isPositive();
    }

    @Test
    void saysNothingOfHoldsWhereThereWereNone() {
        hold(0).close();

        assertThat(holds.openWindow().summary()).isEqualTo(HoldSummary.NONE);
    }

    @Test
    void keepsWindowsApart() {
        HoldWindow first = holds.openWindow();
        hold(0).close();
        HoldWindow second = holds.openWindow();
        hold(0).close();

        assertThat(first.summary().held()).isEqualTo(2);
        assertThat(second.summary().held()).isEqualTo(1);
    }
}
