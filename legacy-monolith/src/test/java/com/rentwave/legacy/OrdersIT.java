package com.rentwave.legacy;

import static com.rentwave.legacy.Call.call;
import static com.rentwave.legacy.Crowd.atOnce;
import static com.rentwave.legacy.Internal.confirm;
import static com.rentwave.legacy.Internal.lateFee;
import static com.rentwave.legacy.Internal.refund;
import static com.rentwave.legacy.Internal.release;
import static com.rentwave.legacy.Internal.reserve;
import static com.rentwave.legacy.Samples.rent;
import static org.assertj.core.api.Assertions.assertThat;

import com.rentwave.legacy.Call.Reply;
import com.rentwave.legacy.Internal.Deal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the wallets do for a service that rents: reserve, confirm, release, pay back, charge. */
class OrdersIT {

    private static final int MANY = 8;

    private final TestDatabase database = RunningMonolith.get().database();
    private final UUID id = UUID.randomUUID();

    private static final Iterator<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .filter(code -> code.matches("[A-H].."))
            .sorted()
            .iterator();

    private static Person owner;
    private static Person renter;

    /** Of each test alone: its wallets are empty but for the 10,000 that the renter has. */
    private String currency;

    private Deal deal;

    @BeforeAll
    static void signIn() {
        owner = Person.somebody();
        renter = Person.somebody();
    }

    @BeforeEach
    void topUp() {
        currency = CURRENCIES.next();
        renter.with(10_000, currency);
        deal = new Deal(rentalId(), renter, owner, 4_500, currency);
    }

    private long golf() {
        return Copies.vehicle(owner, Map.of("ccy_cd", currency));
    }

    @AfterEach
    void putTheClockRight() {
        BusinessTime.reset();
    }

    /** As a service gives them out: even. */
    private static long rentalId() {
        return 2 * ThreadLocalRandom.current().nextLong(1_000_000, 400_000_000_000L);
    }

    @Test
    void holdsThenMovesTheMoney() {
        Reply held = reserve(id, deal).send();
        assertThat(held.status()).isEqualTo(201);
        assertThat(held.body()).isEqualTo("{\"id\":\"" + id + "\",\"state\":\"HELD\"}");
        assertThat(renter.balance(currency)).as("nothing is booked").isEqualTo(10_000);
        assertThat(earned()).isEmpty();

        Reply confirmed = confirm(id).send();

        assertThat(confirmed.status()).isEqualTo(200);
        assertThat(confirmed.body()).isEqualTo("{\"id\":\"" + id + "\",\"state\":\"BOOKED\"}");
        assertThat(renter.balance(currency)).isEqualTo(5_500);
        assertThat(owner.balance(currency)).isEqualTo(4_500);
        assertThat(earned())
                .singleElement()
                .asString()
                .contains("\"kind\":\"RENT\",\"amount\":4500,")
                .contains("by " + renter.id());
    }

    private List<String> earned() {
        return database.column(
                "SELECT dat_tx || ' by ' || act_usr_id FROM t_outbx WHERE agg_cd = 'wallet' AND agg_id = ? AND dat_tx LIKE ?",
                Long.toString(owner.id()),
                "%\"rentalId\":" + deal.rentalId() + '}');
    }

    @Test
    void givesFreeWhatIsReleased() {
        Deal all = deal.of(10_000);
        reserve(id, all).send();
        assertThat(reserve(UUID.randomUUID(), deal).send().problem()).isEqualTo("insufficient-funds");

        assertThat(release(id).send().body()).isEqualTo("{\"id\":\"" + id + "\",\"state\":\"RELEASED\"}");

        assertThat(reserve(UUID.randomUUID(), deal).send().status()).isEqualTo(201);
        assertThat(renter.balance(currency)).isEqualTo(10_000);
    }

    @DisplayName("rule 7: whatever is repeated happens once")
    @Test
    void carriesOutEveryOrderOnceHoweverOftenItIsRepeated() {
        String key = "late:" + deal.rentalId() + ":2999-01-05";
        UUID back = UUID.randomUUID();

        assertThat(statuses(() -> reserve(id, deal))).containsExactly(201, 200, 200);
        assertThat(statuses(() -> confirm(id))).containsOnly(200);
        assertThat(reserve(id, deal).send().body()).endsWith("\"state\":\"BOOKED\"}");
        assertThat(statuses(() -> lateFee(key, deal.of(700)))).containsOnly(200);
        assertThat(lateFee(key, deal.of(700)).send().body())
                .isEqualTo("{\"key\":\"" + key + "\",\"state\":\"BOOKED\"}");
        assertThat(statuses(() -> refund(back, deal))).containsOnly(200);

        assertThat(kinds()).containsExactly("R", "L", "F");
        assertThat(renter.balance(currency)).isEqualTo(9_300);
        assertThat(owner.balance(currency)).isEqualTo(700);
    }

    @Test
    void carriesOutEveryOrderOnceForManyAtTheSameTime() {
        String key = "late:" + deal.rentalId() + ":2999-01-05";
        UUID back = UUID.randomUUID();

        assertThat(atOnce(MANY, i -> reserve(id, deal)))
                .extracting(Reply::status)
                .containsOnlyOnce(201)
                .contains(200);
        assertThat(atOnce(MANY, i -> confirm(id))).extracting(Reply::status).containsOnly(200);
        assertThat(atOnce(MANY, i -> i % 2 == 0 ? lateFee(key, deal.of(700)) : refund(back, deal)))
                .extracting(Reply::status)
                .containsOnly(200);

        assertThat(kinds()).containsExactlyInAnyOrder("R", "L", "F");
        assertThat(renter.balance(currency)).isEqualTo(9_300);
    }

    @Test
    void reservesNothingThatWasReleasedBefore() {
        assertThat(statuses(() -> release(id))).containsOnly(200);

        Reply late = reserve(id, deal).send();
        Reply confirmed = confirm(id).send();

        assertThat(List.of(late, confirmed)).extracting(Reply::status).containsOnly(409);
        assertThat(List.of(late, confirmed)).extracting(Reply::problem).containsOnly("reservation-released");
        assertThat(reserve(UUID.randomUUID(), deal.of(10_000)).send().status()).isEqualTo(201);
    }

    @Test
    void paysNothingThatWasReleasedAndReleasesNothingThatIsPaid() {
        UUID other = UUID.randomUUID();
        reserve(id, deal).send();
        release(id).send();
        reserve(other, new Deal(rentalId(), renter, owner, 100, currency)).send();
        confirm(other).send();

        assertThat(confirm(id).send().problem()).isEqualTo("reservation-released");
        assertThat(release(other).send().problem()).isEqualTo("reservation-confirmed");
        assertThat(renter.balance(currency)).isEqualTo(9_900);
    }

    /** Whatever comes first decides, and both hear the same. */
    @Test
    void confirmsOrReleasesButNeverBoth() {
        reserve(id, deal).send();

        List<Reply> replies = atOnce(MANY, i -> i % 2 == 0 ? confirm(id) : release(id));

        boolean paid = renter.balance(currency) == 5_500;
        for (int i = 0; i < MANY; i++) {
            assertThat(replies.get(i).status()).isEqualTo(paid == (i % 2 == 0) ? 200 : 409);
        }
        assertThat(kinds()).hasSize(paid ? 1 : 0);
    }

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
    void takesWhatCostsNothing() {
        Deal free = deal.of(0);

        assertThat(reserve(id, free).send().status()).isEqualTo(201);
        assertThat(confirm(id).send().status()).isEqualTo(200);
        assertThat(refund(UUID.randomUUID(), free).send().status()).isEqualTo(200);
        assertThat(lateFee("late:" + free.rentalId() + ":1", free).send().status())
                .isEqualTo(200);
        assertThat(kinds()).isEmpty();
        assertThat(earned()).isEmpty();
    }

    @Test
    void countsWhatIsHeldAsSpentWhenSomethingIsRentedHere() {
        long vehicle = golf();
        LocalDate day = BusinessTime.today().plusDays(1);
        reserve(id, deal.of(6_000)).send();

        Reply refused = rent(renter, vehicle, day, day.plusDays(1)).send();
        release(id).send();
        Reply rented = rent(renter, vehicle, day, day.plusDays(1)).send();

        assertThat(refused.problem()).isEqualTo("insufficient-funds");
        assertThat(rented.status()).isEqualTo(201);
    }

    @Test
    void holdsNoMoreThanThereIsForManyAtTheSameTime() {
        List<Reply> replies =
                atOnce(MANY, i -> reserve(UUID.randomUUID(), new Deal(rentalId(), renter, owner, 3_000, currency)));

        assertThat(replies).filteredOn(reply -> reply.status() == 201).hasSize(3);
        assertThat(replies)
                .filteredOn(reply -> reply.status() != 201)
                .extracting(Reply::problem)
                .containsOnly("insufficient-funds");
    }

    @Test
    void holdsAndSpendsNoMoreThanThereIsForManyAtTheSameTime() {
        LocalDate day = BusinessTime.today().plusDays(1);
        List<Long> vehicles = IntStream.range(0, MANY / 2).mapToObj(i -> golf()).toList();

        List<Reply> replies = atOnce(
                MANY,
                i -> i % 2 == 0
                        ? reserve(UUID.randomUUID(), new Deal(rentalId(), renter, owner, 4_500, currency))
                        : rent(renter, vehicles.get(i / 2), day, day.plusDays(1)));

        assertThat(replies).filteredOn(reply -> reply.status() == 201).hasSize(2);
    }

    @DisplayName(
            "rule 30: a day that one side has charged is not charged again by the other, even if its row did not arrive")
    @Test
    void chargesEachDayLateOnceByItsKeyWhoeverAsks() {
        renter.with(20_000, currency);
        LocalDate today = BusinessTime.today();
        Reply rented = rent(renter, golf(), today, today.plusDays(1)).send();
        Deal late = new Deal(rented.id(), renter, owner, 9_000, currency);
        String first = "late:" + rented.id() + ':' + today.plusDays(2);
        lateFee(first, late).send();

        BusinessTime.moveTo(3);

        assertThat(renter.balance(currency)).isEqualTo(30_000 - 4_500 - 2 * 9_000);
        lateFee(first, late).send();
        lateFee("late:" + rented.id() + ':' + today.plusDays(3), late).send();
        assertThat(renter.balance(currency)).isEqualTo(30_000 - 4_500 - 2 * 9_000);
        assertThat(Events.data("rent.late", "rental", rented.id())).hasSize(2);
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

    private List<String> kinds() {
        return database.column("SELECT knd_cd FROM t_txn WHERE rnt_id = ? ORDER BY txn_id", deal.rentalId());
    }

    private static List<Integer> statuses(java.util.function.Supplier<Call> order) {
        return Stream.generate(order)
                .limit(3)
                .map(Call::send)
                .map(Reply::status)
                .toList();
    }
}
