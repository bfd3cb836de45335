package com.rentwave.rental;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class RentalTest {

    private static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");
    private static final LocalDate FIRST = LocalDate.of(2026, 12, 1);
    private static final LocalDate END = LocalDate.of(2026, 12, 4);
    private static final Rental RENTAL = Rental.begin(
            2,
            7,
            new Item(ItemType.VEHICLE, 5),
            new Offer("Golf", 1, 4500, 900, "EUR", 1, 14, true),
            new Period(FIRST, END),
            NOW);

    @Test
    void costsItsDays() {
        assertThat(RENTAL.price()).isEqualTo(13_500);
        assertThat(RENTAL.occupiedTo()).isEqualTo(END);
    }

    @Test
    void freesTheDaysThatAreLeft() {
        assertThat(RENTAL.giveBack(NOW, FIRST.minusDays(1), NOW).occupiedTo()).isEqualTo(FIRST);
        assertThat(RENTAL.giveBack(NOW, FIRST, NOW).occupiedTo()).isEqualTo(FIRST.plusDays(1));
        assertThat(RENTAL.giveBack(NOW, END.minusDays(1), NOW).occupiedTo()).isEqualTo(END);
        assertThat(RENTAL.cancel(NOW, FIRST.minusDays(1), NOW).occupiedTo()).isEqualTo(FIRST);
    }

    @Test
    void isLateFromTheDayAfterItsEnd() {
        assertThat(RENTAL.isOwed(END)).isFalse();
        assertThat(RENTAL.isOwed(END.plusDays(1))).isTrue();
        assertThat(RENTAL.nextLateDay()).isEqualTo(new LateDay(END.plusDays(1), 1, 900));

        Rental late = RENTAL.late(NOW);

        assertThat(late.isOwed(END.plusDays(1))).isFalse();
        assertThat(late.nextLateDay()).isEqualTo(new LateDay(END.plusDays(2), 2, 900));
        assertThat(late.lateFees()).isEqualTo(900);
    }

    @Test
    void endsOnce() {
        Rental returned = RENTAL.giveBack(NOW, END, NOW);

        assertThatThrownBy(() -> returned.giveBack(NOW, END, NOW)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> returned.cancel(NOW, FIRST.minusDays(1), NOW))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> RENTAL.cancel(NOW, FIRST, NOW)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> RENTAL.giveBack(NOW, END.plusDays(1), NOW)).isInstanceOf(IllegalStateException.class);
        assertThat(returned.isOwed(END.plusDays(9))).isFalse();
    }
}
