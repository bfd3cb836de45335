package com.rentwave.legacy;

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
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What the wallets do for a service that rents: reserve, confirm, release, pay back, charge. */
class OrdersIT extends WithDeals {

    private static final int MANY = 8;

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

    private static List<Integer> statuses(Supplier<Call> order) {
        return Stream.generate(order)
                .limit(3)
                .map(Call::send)
                .map(Reply::status)
                .toList();
    }
}
