package com.rentwave.legacy;

import static com.rentwave.legacy.BusinessTime.moving;
import static com.rentwave.legacy.Call.call;
import static com.rentwave.legacy.Copies.vehicle;
import static com.rentwave.legacy.Samples.rent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.rentwave.legacy.Call.Reply;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The clock of rentals: who may move it, who sees it moved, and that more than one server may look at it. */
class ClockIT {

    @AfterEach
    void putTheClockRight() {
        BusinessTime.reset();
    }

    @ParameterizedTest
    @CsvSource({"P3D, P3D", "PT36H, PT36H", "PT48H, P2D", "P-1D, P-1D", "PT0S, P0D"})
    void movesByADuration(String asked, String told) {
        Reply moved = moving(asked).send();

        assertThat(moved.status()).isEqualTo(200);
        assertThat(moved.body())
                .startsWith("{\"offset\":\"" + told + "\",\"now\":\"")
                .endsWith("\",\"movable\":true}");
        assertThat(read(RunningMonolith.get()).member("offset")).isEqualTo(told);
    }

    @ParameterizedTest
    @CsvSource({"3 days, a duration such as P3D", "P4000D, between P-3660D and P3660D"})
    void saysWhatIsNoMove(String offset, String must) {
        moving("P0D").send();

        Reply refused = moving(offset).send();

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body()).contains("\"field\":\"offset\",\"reason\":\"must be " + must + '"');
        assertThat(read(RunningMonolith.get()).member("offset")).isEqualTo("P0D");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer ", "Bearer x", "Basic " + RunningMonolith.INTERNAL_TOKEN})
    void listensToNobodyWithoutTheInternalToken(String authorization) {
        Reply read = call("GET", "/internal/clock")
                .header("Authorization", authorization)
                .send();
        Reply move = moving("P1D").header("Authorization", authorization).send();

        assertThat(List.of(read, move)).extracting(Reply::status).containsOnly(401);
        assertThat(read.problem()).isEqualTo("unauthenticated");
    }

    @Test
    void leavesTokensAndTimesOfCreationAlone() {
        Instant start = Instant.now(Clock.systemUTC());
        LocalDate today = BusinessTime.today();
        BusinessTime.moveTo(20);

        Person owner = Person.somebody();
        Person renter = Person.somebody().with(100_000, "EUR");
        long vehicle = vehicle(owner);
        Reply past =
                rent(renter, vehicle, today.plusDays(19), today.plusDays(21)).send();
        Reply rented =
                rent(renter, vehicle, today.plusDays(20), today.plusDays(21)).send();

        assertThat(past.body()).contains("\"field\":\"from\",\"reason\":\"must not be in the past\"");
        assertThat(rented.status()).isEqualTo(201);
        assertThat(Instant.parse(rented.member("createdAt")))
                .isBetween(start.minusSeconds(1), Instant.now(Clock.systemUTC()).plusSeconds(1));
    }

    /** As after days on which nothing ran: the offset is still there, and the timer makes up for the days. */
    @Test
    void isTheSameOnEveryServerAndChargesWhatBecameLateBeforeItStarted() {
        LocalDate today = BusinessTime.today();
        Person renter = Person.somebody().with(100_000, "EUR");
        Reply rented = rent(renter, vehicle(Person.somebody()), today, today.plusDays(1))
                .send();
        RunningMonolith.get().database().execute("UPDATE t_clk SET off_ss = off_ss + 4 * 86400");

        RunningMonolith other = RunningMonolith.another(Map.of());
        try {
            assertThat(offset(other)).isEqualTo(BusinessTime.offset(4));
            await("the days late of " + rented.id())
                    .atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(rental(rented, renter).member("lateDays"))
                            .isEqualTo("3"));
            assertThat(Crowd.atOnce(6, i -> moving(6).to(i % 2 == 0 ? RunningMonolith.get() : other)))
                    .extracting(Reply::status)
                    .containsOnly(200);
        } finally {
            other.stop();
        }
        assertThat(rental(rented, renter).member("lateFees")).isEqualTo("45000");
        assertThat(Events.data("rent.late", "rental", rented.id())).hasSize(5);
        assertThat(renter.balance("EUR")).isEqualTo(100_000 - 4_500 - 45_000);
    }

    @Test
    void standsStillForWhoeverMayNotMoveIt() {
        BusinessTime.moveTo(5);

        RunningMonolith fixed = RunningMonolith.another(Map.of("RENTWAVE_MOVABLE_CLOCK", "false"));
        try {
            assertThat(read(fixed).body()).startsWith("{\"offset\":\"P0D\"").endsWith("\"movable\":false}");
            Reply refused = moving("P9D").to(fixed).send();
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.problem()).isEqualTo("clock-fixed");
        } finally {
            fixed.stop();
        }
        assertThat(offset(RunningMonolith.get())).isEqualTo(BusinessTime.offset(5));
    }

    private static Duration offset(RunningMonolith server) {
        return Duration.parse(read(server).member("offset"));
    }

    private static Reply read(RunningMonolith server) {
        return call("GET", "/internal/clock")
                .to(server)
                .header("Authorization", "Bearer " + RunningMonolith.INTERNAL_TOKEN)
                .send();
    }

    private static Reply rental(Reply rented, Person renter) {
        return call("GET", rented.header("Location")).by(renter).send();
    }
}
