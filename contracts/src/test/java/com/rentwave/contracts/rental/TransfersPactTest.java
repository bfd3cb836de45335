package com.rentwave.contracts.rental;

import static com.rentwave.contracts.rental.Orders.ID;
import static com.rentwave.contracts.rental.Orders.KEY;
import static com.rentwave.contracts.rental.Orders.OF_ANOTHER_AMOUNT;
import static com.rentwave.contracts.rental.Orders.PAYMENT;
import static com.rentwave.contracts.rental.Orders.answered;
import static com.rentwave.contracts.rental.Orders.isDone;
import static com.rentwave.contracts.rental.Orders.isNotDone;
import static com.rentwave.contracts.rental.Orders.lateFee;
import static com.rentwave.contracts.rental.Orders.refund;
import static com.rentwave.contracts.rental.RentalService.NAME;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.PactDslWithProvider;
import au.com.dius.pact.consumer.junit5.PactConsumerTestExt;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.PactSpecVersion;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import com.rentwave.rental.wallet.Wallet;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What sagas rely on when they move money that nobody has to keep before: refunds, and the fees of days late. */
@ExtendWith(PactConsumerTestExt.class)
@PactTestFor(providerName = Orders.WALLET, pactVersion = PactSpecVersion.V4)
class TransfersPactTest {

    private static final Consumer<Wallet> REFUNDS = wallet -> wallet.refund(ID, PAYMENT);
    private static final Consumer<Wallet> CHARGES = wallet -> wallet.chargeLateFee(KEY, PAYMENT);

    /** Even if the owner has spent it: here the owner has nothing. */
    @Pact(consumer = NAME)
    V4Pact paysBack(PactDslWithProvider pact) {
        return answered(refund(pact.given("a renter has no money"), "a refund"), 200);
    }

    @Test
    @PactTestFor(pactMethod = "paysBack")
    void paysBack(MockServer server) {
        isDone(server, REFUNDS);
    }

    @Pact(consumer = NAME)
    V4Pact mayPayBackTwice(PactDslWithProvider pact) {
        return answered(refund(pact.given("a rental was paid back"), "a second refund"), 200);
    }

    @Test
    @PactTestFor(pactMethod = "mayPayBackTwice")
    void mayPayBackTwice(MockServer server) {
        isDone(server, REFUNDS);
    }

    @Pact(consumer = NAME)
    V4Pact cannotPayBackAnotherPriceUnderTheSameId(PactDslWithProvider pact) {
        return answered(
                refund(
                        pact.given("a rental was paid back", OF_ANOTHER_AMOUNT),
                        "a refund with an id that stands for another price"),
                422);
    }

    @Test
    @PactTestFor(pactMethod = "cannotPayBackAnotherPriceUnderTheSameId")
    void cannotPayBackAnotherPriceUnderTheSameId(MockServer server) {
        isNotDone(server, REFUNDS);
    }

    /** Even if it is not in the wallet. */
    @Pact(consumer = NAME)
    V4Pact chargesADayLate(PactDslWithProvider pact) {
        return answered(lateFee(pact.given("a renter has no money"), "the fee of a day late"), 200);
    }

    @Test
    @PactTestFor(pactMethod = "chargesADayLate")
    void chargesADayLate(MockServer server) {
        isDone(server, CHARGES);
    }

    @Pact(consumer = NAME)
    V4Pact mayChargeADayTwice(PactDslWithProvider pact) {
        return answered(
                lateFee(pact.given("a day late was charged"), "the fee of a day late that was charged before"), 200);
    }

    @Test
    @PactTestFor(pactMethod = "mayChargeADayTwice")
    void mayChargeADayTwice(MockServer server) {
        isDone(server, CHARGES);
    }

    @Pact(consumer = NAME)
    V4Pact cannotChargeAnotherFeeForTheSameDay(PactDslWithProvider pact) {
        return answered(
                lateFee(
                        pact.given("a day late was charged", OF_ANOTHER_AMOUNT),
                        "another fee of a day late that was charged before"),
                422);
    }

    @Test
    @PactTestFor(pactMethod = "cannotChargeAnotherFeeForTheSameDay")
    void cannotChargeAnotherFeeForTheSameDay(MockServer server) {
        isNotDone(server, CHARGES);
    }
}
