package com.rentwave.legacy;

import static com.rentwave.legacy.Call.call;
import static com.rentwave.legacy.Internal.confirm;
import static com.rentwave.legacy.Internal.lateFee;
import static com.rentwave.legacy.Internal.refund;
import static com.rentwave.legacy.Internal.reserve;
import static com.rentwave.legacy.Samples.rent;
import static org.assertj.core.api.Assertions.assertThat;

import com.rentwave.legacy.Call.Reply;
import com.rentwave.legacy.Internal.Deal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the wallets do not do for a service that rents, and how they say so. */
class OrderRefusalsIT extends WithDeals {

    @Test
    void refusesAsARentalHereWouldBeRefused() {
        long vehicle = golf();
        LocalDate day = BusinessTime.today().plusDays(1);

        Reply here = rent(renter, vehicle, day, day.plusDays(3)).send();
        Reply there = reserve(id, deal.of(13_500)).send();

        assertThat(here.problem()).isEqualTo("insufficient-funds");
        assertThat(there.status()).isEqualTo(here.status());
        assertThat(there.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(there.body()).isEqualTo(here.body().replace("/api/rentals", "/internal/wallet/reservations"));
        assertThat(confirm(id).send().status()).as("nothing was reserved").isEqualTo(404);
    }

    @Test
    void refusesWhoeverIsInDebtInAnyCurrencyEvenWhatCostsNothing() {
        Person debtor = Person.somebody().with(10_000, currency);
        Deal asked = new Deal(rentalId(), debtor, owner, 4_500, currency);
        lateFee("late:" + asked.rentalId() + ":1", new Deal(asked.rentalId(), debtor, owner, 5, "CHF"))
                .send();
        LocalDate day = BusinessTime.today().plusDays(1);

        Reply here = rent(debtor, golf(), day, day.plusDays(1)).send();
        Reply there = reserve(id, asked).send();

        assertThat(here.problem()).isEqualTo("balance-negative");
        assertThat(there.body()).isEqualTo(here.body().replace("/api/rentals", "/internal/wallet/reservations"));
        assertThat(reserve(UUID.randomUUID(), asked.of(0)).send().problem()).isEqualTo("balance-negative");
    }

    @Test
    void refusesAKeyThatBelongsToAnotherOrder() {
        reserve(id, deal).send();
        refund(id, deal.of(3)).send();
        lateFee("late:x:" + id, deal.of(3)).send();

        assertThat(Stream.of(reserve(id, deal.of(1)), refund(id, deal.of(4)), lateFee("late:x:" + id, deal.of(4)))
                        .map(Call::send))
                .extracting(Reply::status)
                .containsOnly(422);
        assertThat(renter.balance(currency)).isEqualTo(10_000);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/reservations | {} | 400",
                "/reservations | {\"id\":\"1\"} | 400",
                "/refunds | [] | 400",
                "/late-fees | {\"key\":\"\"} | 400",
                "/reservations/1/confirm | {} | 404",
                "/reservations/00000000-0000-0000-0000-000000000000/confirm | {} | 404",
                "/reservations/00000000-0000-0000-0000-000000000000/undo | {} | 404",
                "/ | {} | 404"
            })
    void saysWhatItDoesNotUnderstand(String path, String body, int status) {
        Reply reply = Internal.wallet(path).json(body).send();

        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
    }

    @Test
    void namesEveryFieldThatIsWrong() {
        Reply reply = Internal.wallet("/reservations")
                .json("{\"id\":\"x\",\"rentalId\":1,\"renterId\":1,\"ownerId\":1,\"amount\":-1,\"currency\":\"XXY\"}")
                .send();

        assertThat(reply.body())
                .contains("{\"field\":\"id\",\"reason\":\"must be a UUID\"}")
                .contains("\"field\":\"amount\"")
                .contains("\"field\":\"currency\"");
    }

    @Test
    void movesNoMoneyForWhoeverHasNoInternalToken() {
        for (String path : List.of("/internal/wallet/reservations", "/internal/wallet/refunds")) {
            assertThat(call("POST", path).by(renter).json("{}").send().status()).isEqualTo(401);
            assertThat(call("POST", "/api" + path).by(renter).json("{}").send().status())
                    .isEqualTo(404);
        }
    }
}
