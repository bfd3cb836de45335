package com.rentwave.legacy;

import static com.rentwave.legacy.Copies.vehicle;
import static com.rentwave.legacy.Samples.rent;
import static com.rentwave.legacy.Samples.topUp;
import static org.assertj.core.api.Assertions.assertThat;

import com.rentwave.legacy.Call.Reply;
import com.rentwave.legacy.Internal.Deal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.BeforeTry;

/**
 * Whatever a service that rents asks for, in any order, repeated and at once, while people also rent here: no money is made
 * or lost, every order counts once, and nobody spends what is not there.
 */
class OrdersMoneyIT {

    private static final int PEOPLE = 3;
    private static final int DEALS = 8;
    private static final int STEPS = 60;

    /** Money of the people, against what they have paid in. */
    private static final String MADE_OR_LOST = """
            SELECT coalesce(sum(bal_am), 0) - (
                SELECT coalesce(sum(ent_am), 0) FROM t_ent JOIN t_txn USING (txn_id) JOIN t_acc USING (acc_id)
                WHERE knd_cd = 'T' AND usr_id IN (%1$s))
            FROM t_acc WHERE usr_id IN (%1$s)""";

    /** Only a fee or a refund may take more than there is; people who have spent more by themselves, held money included. */
    private static final String OVERSPENT = """
            SELECT count(*) FROM t_acc a
            WHERE usr_id IN (%s) AND bal_am
                - (SELECT coalesce(sum(ent_am), 0) FROM t_ent e JOIN t_txn t USING (txn_id)
                   WHERE e.acc_id = a.acc_id AND t.knd_cd IN ('L', 'F') AND ent_am < 0)
                - (SELECT coalesce(sum(amt_am), 0) FROM t_hld h
                   WHERE h.rntr_usr_id = a.usr_id AND h.ccy_cd = a.ccy_cd AND sts_cd = 'H') < 0""";

    private static final String WRONG_WALLETS = """
            SELECT count(*) FROM t_acc a WHERE usr_id IN (%s)
                AND bal_am <> (SELECT coalesce(sum(ent_am), 0) FROM t_ent e WHERE e.acc_id = a.acc_id)""";

    /** Orders that have moved other than exactly their amount, or something without being booked. */
    private static final String WRONG_ORDERS = """
            SELECT count(*) FROM (
                SELECT h.knd_cd, h.rnt_id, sum(h.amt_am) FILTER (WHERE h.sts_cd = 'B') AS booked FROM t_hld h
                WHERE h.rntr_usr_id IN (%s) GROUP BY 1, 2) o
            WHERE coalesce(booked, 0) <> (
                SELECT coalesce(sum(ent_am), 0) FROM t_ent JOIN t_txn t USING (txn_id)
                WHERE t.rnt_id = o.rnt_id AND t.knd_cd = o.knd_cd AND ent_am > 0)""";

    private final TestDatabase database = RunningMonolith.get().database();
    private final LocalDate today = BusinessTime.today();
    private final List<Person> people = new ArrayList<>();
    private final List<Long> vehicles = new ArrayList<>();
    private final List<Ordered> orders = new ArrayList<>();

    /** A rental that another service makes, with the ids of what it asks for. */
    private record Ordered(UUID reservation, UUID refund, Deal deal) {}

    private enum Kind {
        TOP_UP,
        RENT_HERE,
        RESERVE,
        CONFIRM,
        RELEASE,
        REFUND,
        LATE_FEE
    }

    private record Step(Kind kind, int who, int which, int amount) {}

    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<Kind> kinds = Arbitraries.frequency(
                Tuple.of(3, Kind.TOP_UP),
                Tuple.of(2, Kind.RENT_HERE),
                Tuple.of(7, Kind.RESERVE),
                Tuple.of(5, Kind.CONFIRM),
                Tuple.of(2, Kind.RELEASE),
                Tuple.of(2, Kind.REFUND),
                Tuple.of(3, Kind.LATE_FEE));
        Arbitrary<Integer> dice = Arbitraries.integers().between(0, 999);
        return Combinators.combine(kinds, dice, dice, Arbitraries.integers().between(1, 12_000))
                .as(Step::new)
                .list()
                .ofSize(STEPS);
    }

    @BeforeTry
    void begin() {
        for (int i = 0; i < PEOPLE; i++) {
            people.add(Person.somebody().with(10_000, "EUR"));
            vehicles.add(vehicle(people.get(i)));
        }
        long rental = 2 * ThreadLocalRandom.current().nextLong(1_000_000, 400_000_000_000L);
        for (int i = 0; i < DEALS; i++) {
            Person renter = people.get(i % PEOPLE);
            Person owner = people.get((i + 1) % PEOPLE);
            Deal deal = new Deal(rental + 2L * i, renter, owner, i == 0 ? 0 : 900L * i, "EUR");
            orders.add(new Ordered(UUID.randomUUID(), UUID.randomUUID(), deal));
        }
    }

    @Property(tries = 4, shrinking = ShrinkingMode.OFF)
    void noOrderMakesOrLosesMoneyOrCountsTwice(
            @ForAll("steps") List<Step> steps, @ForAll @IntRange(min = 1, max = 4) int atOnce) {
        for (int i = 0; i < STEPS; i += atOnce) {
            List<Step> now = steps.subList(i, Math.min(STEPS, i + atOnce));

            List<Reply> replies = Crowd.atOnce(now.size(), n -> call(now.get(n)));

            assertThat(replies).extracting(Reply::status).isSubsetOf(200, 201, 404, 409);
            assertThat(number(MADE_OR_LOST)).isZero();
            assertThat(number(OVERSPENT)).isZero();
        }
        assertThat(number(WRONG_WALLETS)).isZero();
        assertThat(number(WRONG_ORDERS)).isZero();
    }

    private Call call(Step step) {
        Ordered order = orders.get(step.which() % DEALS);
        Deal deal = order.deal();
        return switch (step.kind()) {
            case TOP_UP -> topUp(people.get(step.who() % PEOPLE), step.amount(), "EUR");
            case RENT_HERE -> {
                LocalDate day = today.plusDays(1 + step.amount() % 20);
                yield rent(people.get(step.who() % PEOPLE), vehicles.get(step.which() % PEOPLE), day, day.plusDays(1));
            }
            case RESERVE -> Internal.reserve(order.reservation(), deal);
            case CONFIRM -> Internal.confirm(order.reservation());
            case RELEASE -> Internal.release(order.reservation());
            case REFUND -> Internal.refund(order.refund(), deal);
            case LATE_FEE ->
                Internal.lateFee(
                        "late:" + deal.rentalId() + ':' + step.amount() % 3, deal.of(700 * (step.amount() % 3)));
        };
    }

    private long number(String sql) {
        String users = people.stream().map(person -> Long.toString(person.id())).collect(Collectors.joining(","));
        return database.number(sql.formatted(users));
    }
}
