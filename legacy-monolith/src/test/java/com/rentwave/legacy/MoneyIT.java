package com.rentwave.legacy;

import static com.rentwave.legacy.Copies.vehicle;
import static com.rentwave.legacy.Samples.rent;
import static com.rentwave.legacy.Samples.topUp;
import static org.assertj.core.api.Assertions.assertThat;

import com.rentwave.legacy.Call.Reply;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
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
import net.jqwik.api.lifecycle.AfterTry;
import net.jqwik.api.lifecycle.BeforeTry;

/**
 * Whatever people do, one after another or at once: all their money together is what they paid in, and every wallet holds
 * the sum of its movements.
 */
class MoneyIT {

    private static final int PEOPLE = 3;
    private static final int STEPS = 40;

    private static final String USERS = "SELECT coalesce(sum(bal_am), 0) FROM t_acc WHERE usr_id IN (%s)";
    private static final String PAID_IN = """
            SELECT coalesce(sum(ent_am), 0) FROM t_ent JOIN t_txn USING (txn_id) JOIN t_acc USING (acc_id)
            WHERE knd_cd = 'T' AND usr_id IN (%s)""";

    private final TestDatabase database = RunningMonolith.get().database();
    private final List<Person> people = new ArrayList<>();
    private final List<Long> vehicles = new ArrayList<>();
    private final List<Rented> rentals = new ArrayList<>();
    private LocalDate today;
    private int moved;

    private record Rented(String address, Person renter) {}

    private record Asked(Person person, Call call) {}

    private enum Kind {
        TOP_UP,
        RENT,
        CANCEL,
        RETURN,
        NEXT_DAY
    }

    /** What somebody does, with dice for everything that is open. */
    private record Step(Kind kind, int who, int which, int day, int amount) {}

    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<Kind> kinds = Arbitraries.frequency(
                Tuple.of(2, Kind.TOP_UP),
                Tuple.of(6, Kind.RENT),
                Tuple.of(3, Kind.CANCEL),
                Tuple.of(2, Kind.RETURN),
                Tuple.of(2, Kind.NEXT_DAY));
        Arbitrary<Integer> dice = Arbitraries.integers().between(0, 999);
        Arbitrary<Integer> days = Arbitraries.integers().between(0, 4);
        Arbitrary<Integer> amounts = Arbitraries.integers().between(1, 30_000);
        return Combinators.combine(kinds, dice, dice, days, amounts)
                .as(Step::new)
                .list()
                .ofSize(STEPS);
    }

    @BeforeTry
    void begin() {
        today = BusinessTime.today();
        for (int i = 0; i < PEOPLE; i++) {
            people.add(Person.somebody());
            vehicles.add(vehicle(people.get(i)));
        }
    }

    @AfterTry
    void putTheClockRight() {
        BusinessTime.reset();
    }

    @Property(tries = 6, shrinking = ShrinkingMode.OFF)
    void noSequenceOfOperationsMakesOrLosesMoney(
            @ForAll("steps") List<Step> steps, @ForAll @IntRange(min = 1, max = 4) int atOnce) {
        for (int i = 0; i < STEPS; i += atOnce) {
            List<Step> now = steps.subList(i, Math.min(STEPS, i + atOnce));
            LocalDate tomorrow = today.plusDays(moved + Math.max(1, days(now)));
            List<Asked> asked = now.stream().map(step -> ask(step, tomorrow)).toList();
            List<Reply> replies = Crowd.atOnce(asked.size(), n -> asked.get(n).call());

            assertThat(replies).extracting(Reply::status).isSubsetOf(200, 201, 409);
            for (int n = 0; n < replies.size(); n++) {
                remember(asked.get(n).person(), replies.get(n));
            }
            assertThat(sum(USERS)).isEqualTo(sum(PAID_IN));
        }
        everyWalletHoldsTheSumOfItsMovements();
    }

    /** How many days pass while these are asked for, in whatever order they arrive. */
    private static long days(List<Step> steps) {
        return steps.stream().filter(step -> step.kind() == Kind.NEXT_DAY).count();
    }

    /** @param tomorrow a day that is not in the past before everything asked for at once has been done */
    private Asked ask(Step step, LocalDate tomorrow) {
        Person person = people.get(step.who() % PEOPLE);
        LocalDate from = tomorrow.plusDays(step.day());
        return switch (step.kind()) {
            case TOP_UP -> new Asked(person, topUp(person, step.amount(), "EUR"));
            case RENT ->
                new Asked(
                        person,
                        rent(person, vehicles.get(step.which() % PEOPLE), from, from.plusDays(1 + step.amount() % 3)));
            case CANCEL -> onRental(step, "/cancel");
            case RETURN -> onRental(step, "/return");
            case NEXT_DAY -> new Asked(person, BusinessTime.moving(++moved));
        };
    }

    private Asked onRental(Step step, String action) {
        if (rentals.isEmpty()) {
            Person person = people.get(step.who() % PEOPLE);
            return new Asked(person, topUp(person, step.amount(), "EUR"));
        }
        Rented rented = rentals.get(step.which() % rentals.size());
        return new Asked(
                rented.renter(), Call.call("POST", rented.address() + action).by(rented.renter()));
    }

    private void remember(Person renter, Reply reply) {
        if (reply.status() == 201 && reply.header("Location") != null) {
            rentals.add(new Rented(reply.header("Location"), renter));
        }
    }

    private long sum(String sql) {
        String users = people.stream().map(person -> Long.toString(person.id())).collect(Collectors.joining(","));
        return database.number(sql.formatted(users));
    }

    private void everyWalletHoldsTheSumOfItsMovements() {
        assertThat(database.number("SELECT sum(bal_am) FROM t_acc")).isZero();
        assertThat(database.column("SELECT txn_id FROM t_ent GROUP BY txn_id HAVING sum(ent_am) <> 0"))
                .isEmpty();
        assertThat(database.column("""
                        SELECT acc_id FROM t_acc a WHERE bal_am <>
                            (SELECT coalesce(sum(ent_am), 0) FROM t_ent e WHERE e.acc_id = a.acc_id)""")).isEmpty();
        assertThat(database.column("""
                        SELECT ent_id FROM (
                            SELECT ent_id, bal_am, sum(ent_am) OVER (PARTITION BY acc_id ORDER BY txn_id) AS expected FROM t_ent) e
                        WHERE bal_am <> expected"""))
                .as("movements that do not show what was in the wallet after them")
                .isEmpty();
    }
}
