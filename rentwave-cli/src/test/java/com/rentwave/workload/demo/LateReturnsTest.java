package com.rentwave.workload.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.rentwave.workload.history.FinalState;
import com.rentwave.workload.history.FinalState.FoundRental;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class LateReturnsTest {

    private static final LocalDate END = LocalDate.of(2026, 11, 20);

    private static List<String> missing(String status, long lateDays, int daysAfterTheEnd) {
        FoundRental rental = new FoundRental("bob", 7, 1, END.minusDays(2), END, status, lateDays, 0);
        return LateReturns.missing(
                new FinalState(List.of(), List.of(rental), List.of(), List.of()), END.plusDays(daysAfterTheEnd));
    }

    @Test
    void everyDayAfterTheEndHasToBeCharged() {
        assertThat(missing("ACTIVE", 3, 3)).isEmpty();
        assertThat(missing("ACTIVE", 2, 3)).singleElement().asString().contains("rental 7", "2 days late");
        assertThat(missing("ACTIVE", 0, 0)).isEmpty();
    }

    @Test
    void whatCameBackOrWasCalledOffIsNotLate() {
        assertThat(missing("RETURNED", 0, 3)).isEmpty();
        assertThat(missing("CANCELLED", 0, 3)).isEmpty();
    }
}
