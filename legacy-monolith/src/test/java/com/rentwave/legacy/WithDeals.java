package com.rentwave.legacy;

import com.rentwave.legacy.Internal.Deal;
import java.util.Currency;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** An owner, a renter with 10,000 in a currency of the test alone, and the deal they want to make. */
abstract class WithDeals {

    private static final Iterator<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .filter(code -> code.matches("[A-H].."))
            .sorted()
            .iterator();

    static Person owner;
    static Person renter;

    private final TestDatabase database = RunningMonolith.get().database();

    /** Of the reservation. */
    final UUID id = UUID.randomUUID();

    /** Of each test alone: its wallets are empty but for the 10,000 that the renter has. */
    String currency;

    Deal deal;

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

    @AfterEach
    void putTheClockRight() {
        BusinessTime.reset();
    }

    long golf() {
        return Copies.vehicle(owner, Map.of("ccy_cd", currency));
    }

    /** As a service gives them out: even. */
    static long rentalId() {
        return 2 * ThreadLocalRandom.current().nextLong(1_000_000, 400_000_000_000L);
    }

    /** The events by which the owner hears of money for this rental. */
    List<String> earned() {
        return database.column(
                "SELECT dat_tx || ' by ' || act_usr_id FROM t_outbx WHERE agg_cd = 'wallet' AND agg_id = ? AND dat_tx LIKE ?",
                Long.toString(owner.id()),
                "%\"rentalId\":" + deal.rentalId() + '}');
    }

    /** What was booked for this rental, in order. */
    List<String> kinds() {
        return database.column("SELECT knd_cd FROM t_txn WHERE rnt_id = ? ORDER BY txn_id", deal.rentalId());
    }
}
