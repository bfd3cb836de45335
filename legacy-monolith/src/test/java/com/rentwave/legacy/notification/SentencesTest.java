package com.rentwave.legacy.notification;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SentencesTest {

    @Test
    void saysAmountsInTheirCurrency() {
        assertThat(Sentences.money(4550, "EUR")).isEqualTo("€45.50");
        assertThat(Sentences.money(100_000, "GBP")).isEqualTo("£1,000.00");
        assertThat(Sentences.money(4550, "JPY")).endsWith("4,550");
    }

    @Test
    void saysADay() {
        assertThat(Sentences.day("2026-12-03")).isEqualTo("3 December 2026");
    }

    @Test
    void saysPeriodsAsShortAsTheyCanBeSaid() {
        assertThat(Sentences.period("2026-12-01", "2026-12-03")).isEqualTo("from 1 to 3 December 2026");
        assertThat(Sentences.period("2026-11-30", "2026-12-03")).isEqualTo("from 30 November to 3 December 2026");
        assertThat(Sentences.period("2026-12-30", "2027-01-02")).isEqualTo("from 30 December 2026 to 2 January 2027");
    }
}
