package com.rentwave.legacy;

import static com.rentwave.legacy.Call.call;
import static com.rentwave.legacy.Copies.vehicle;
import static com.rentwave.legacy.Samples.rent;
import static com.rentwave.legacy.Samples.topUp;
import static org.assertj.core.api.Assertions.assertThat;

import com.rentwave.legacy.Call.Reply;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WalletIT {

    @AfterEach
    void putTheClockRight() {
        BusinessTime.reset();
    }

    @Test
    void tellsEveryMovementAndWhatWasThereAfterIt() {
        LocalDate today = BusinessTime.today();
        Person renter = Person.somebody().with(10_001, "EUR");
        Reply first = rent(renter, vehicle(Person.somebody()), today, today.plusDays(1))
                .send();
        Reply second = rent(renter, vehicle(Person.somebody()), today.plusDays(1), today.plusDays(2))
                .send();
        call("POST", second.header("Location") + "/cancel").by(renter).send();
        BusinessTime.moveTo(2);

        String movements =
                call("GET", "/api/wallet/transactions").by(renter).send().body();

        assertThat(movements.replaceAll("\"id\":\\d+,", "").replaceAll(",\"createdAt\":\"[^\"]*\"", ""))
                .isEqualTo("{\"items\":["
                        + movement("LATE_FEE", -9_000, first.id(), -3_499)
                        + ',' + movement("REFUND", 4_500, second.id(), 5_501)
                        + ',' + movement("RENT", -4_500, second.id(), 1_001)
                        + ',' + movement("RENT", -4_500, first.id(), 5_501)
                        + ',' + movement("TOP_UP", 10_001, null, 10_001)
                        + "],\"nextCursor\":null}");
        assertThat(call("GET", "/api/wallet").by(renter).send().body())
                .isEqualTo("{\"balances\":[{\"currency\":\"EUR\",\"amount\":-3499}]}");
    }

    @Test
    void tellsMovementsInTheirOrderWhicheverServerBookedThem() {
        Person person = Person.somebody();
        RunningMonolith other = RunningMonolith.another(Map.of());
        try {
            for (int amount = 1; amount <= 6; amount++) {
                Reply paid = topUp(person, amount, "EUR")
                        .to(amount % 2 == 0 ? RunningMonolith.get() : other)
                        .send();
                assertThat(paid.status()).isEqualTo(201);
            }
        } finally {
            other.stop();
        }

        assertThat(transactions(person, "").body().replaceAll("[^}]*\"balance\":(\\d+)[^}]*}[^{]*", "$1 "))
                .isEqualTo("21 15 10 6 3 1 ");
    }

    @Test
    void showsOneCurrencyAloneAndPagesThroughIt() {
        Person person =
                Person.somebody().with(1, "EUR").with(2, "CHF").with(3, "EUR").with(4, "CHF");

        Reply first = transactions(person, "?currency=CHF&limit=1");
        Reply second = transactions(person, "?currency=CHF&limit=1&cursor=" + first.member("nextCursor"));

        assertThat(first.body()).contains("\"amount\":4,\"currency\":\"CHF\",\"rentalId\":null,\"balance\":6,");
        assertThat(second.body()).contains("\"amount\":2,\"currency\":\"CHF\"").endsWith("],\"nextCursor\":null}");
        assertThat(transactions(person, "?currency=euro").body())
                .contains("\"field\":\"currency\",\"reason\":\"must be an ISO 4217 currency code\"");
    }

    @Test
    void tellsTheWorldOfEveryWalletThatIsTouched() {
        LocalDate today = BusinessTime.today();
        Person owner = Person.somebody();
        Person renter = Person.somebody().with(5_000, "EUR");

        Reply rented = rent(renter, vehicle(owner), today, today.plusDays(1)).send();

        String transaction = transactions(renter, "?limit=1").body().replaceFirst(".*?\"id\":(\\d+).*", "$1");
        assertThat(Events.data("wallet.change", "wallet", owner.id()))
                .containsExactly("{\"transaction\":" + transaction
                        + ",\"kind\":\"RENT\",\"amount\":4500,\"balance\":4500,\"currency\":\"EUR\",\"rentalId\":"
                        + rented.id() + '}');
        assertThat(Events.data("wallet.change", "wallet", renter.id()))
                .hasSize(2)
                .first()
                .asString()
                .endsWith(
                        "\"kind\":\"TOP_UP\",\"amount\":5000,\"balance\":5000,\"currency\":\"EUR\",\"rentalId\":null}");
    }

    @Test
    void tellsNothingOfWhatDidNotHappen() {
        LocalDate today = BusinessTime.today();
        Person owner = Person.somebody();
        Person renter = Person.somebody().with(4_499, "EUR");

        Reply refused = rent(renter, vehicle(owner), today, today.plusDays(1)).send();

        assertThat(refused.problem()).isEqualTo("insufficient-funds");
        assertThat(Events.types("wallet", owner.id())).isEmpty();
        assertThat(Events.types("wallet", renter.id())).containsExactly("wallet.change");
        assertThat(owner.balance("EUR")).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0        | EUR  | amount   | must be between 1 and 10000000",
                "10000001 | EUR  | amount   | must be between 1 and 10000000",
                "-5       | EUR  | amount   | must be between 1 and 10000000",
                "0.5      | EUR  | amount   | must be a whole number",
                "'1'      | EUR  | amount   | must be a whole number",
                "5        | XX   | currency | must be an ISO 4217 currency code"
            },
            quoteCharacter = '`')
    void takesWholeCentsOfRealMoneyOnly(String amount, String currency, String field, String reason) {
        Person person = Person.somebody();

        Reply reply = call("POST", "/api/wallet/top-ups")
                .by(person)
                .json("{\"amount\":" + amount.replace('\'', '"') + ",\"currency\":\"" + currency + "\"}")
                .send();

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.body()).contains("\"field\":\"" + field + "\",\"reason\":\"" + reason + '"');
        assertThat(call("GET", "/api/wallet").by(person).send().body()).isEqualTo("{\"balances\":[]}");
    }

    private static Reply transactions(Person person, String query) {
        return call("GET", "/api/wallet/transactions" + query).by(person).send();
    }

    private static String movement(String kind, long amount, Long rental, long balance) {
        return "{\"kind\":\"" + kind + "\",\"amount\":" + amount + ",\"currency\":\"EUR\",\"rentalId\":" + rental
                + ",\"balance\":" + balance + '}';
    }
}
