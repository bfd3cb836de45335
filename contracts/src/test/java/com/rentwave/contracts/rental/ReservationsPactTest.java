package com.rentwave.contracts.rental;

import static com.rentwave.contracts.rental.Orders.ID;
import static com.rentwave.contracts.rental.Orders.OF_ANOTHER_AMOUNT;
import static com.rentwave.contracts.rental.Orders.PAYMENT;
import static com.rentwave.contracts.rental.Orders.answered;
import static com.rentwave.contracts.rental.Orders.ask;
import static com.rentwave.contracts.rental.Orders.isDone;
import static com.rentwave.contracts.rental.Orders.isNotDone;
import static com.rentwave.contracts.rental.Orders.refusedInWords;
import static com.rentwave.contracts.rental.Orders.reservation;
import static com.rentwave.contracts.rental.RentalService.NAME;
import static com.rentwave.contracts.rental.RentalService.asking;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.PactDslWithProvider;
import au.com.dius.pact.consumer.junit5.PactConsumerTestExt;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.PactSpecVersion;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import com.rentwave.contracts.ApiForms;
import com.rentwave.rental.peer.NotReachable;
import com.rentwave.rental.wallet.PaymentRefused;
import com.rentwave.rental.wallet.Wallet;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What renting relies on when it has the wallet keep a price. */
@ExtendWith(PactConsumerTestExt.class)
@PactTestFor(providerName = Orders.WALLET, pactVersion = PactSpecVersion.V4)
class ReservationsPactTest {

    private static final Consumer<Wallet> RESERVES = wallet -> wallet.reserve(ID, PAYMENT);

    @Pact(consumer = NAME)
    V4Pact keepsAPrice(PactDslWithProvider pact) {
        return answered(reservation(pact.given("a renter has money"), "a reservation of a price"), 201);
    }

    @Test
    @PactTestFor(pactMethod = "keepsAPrice")
    void keepsAPrice(MockServer server) {
        isDone(server, RESERVES);
    }

    @Pact(consumer = NAME)
    V4Pact isAnsweredTheSameTwice(PactDslWithProvider pact) {
        return answered(
                reservation(pact.given("the price of a rental is reserved"), "a reservation that is there already"),
                200);
    }

    @Test
    @PactTestFor(pactMethod = "isAnsweredTheSameTwice")
    void isAnsweredTheSameTwice(MockServer server) {
        isDone(server, RESERVES);
    }

    @Pact(consumer = NAME)
    V4Pact isToldWhenItIsBookedAlready(PactDslWithProvider pact) {
        return answered(
                reservation(pact.given("the price of a rental is booked"), "a reservation that is booked already"),
                200);
    }

    @Test
    @PactTestFor(pactMethod = "isToldWhenItIsBookedAlready")
    void isToldWhenItIsBookedAlready(MockServer server) {
        isDone(server, RESERVES);
    }

    @Pact(consumer = NAME)
    V4Pact tellsWhoHasNoMoney(PactDslWithProvider pact) {
        return refusedInWords(
                reservation(pact.given("a renter has no money"), "a reservation of a price that is not there"),
                "insufficient-funds");
    }

    @Test
    @PactTestFor(pactMethod = "tellsWhoHasNoMoney")
    void tellsWhoHasNoMoney(MockServer server) {
        isRefusedInTheWordsOfTheWallet(server, "insufficient-funds");
    }

    @Pact(consumer = NAME)
    V4Pact tellsWhoIsInDebt(PactDslWithProvider pact) {
        return refusedInWords(
                reservation(pact.given("a renter is in debt"), "a reservation by somebody in debt"),
                "balance-negative");
    }

    @Test
    @PactTestFor(pactMethod = "tellsWhoIsInDebt")
    void tellsWhoIsInDebt(MockServer server) {
        isRefusedInTheWordsOfTheWallet(server, "balance-negative");
    }

    private static void isRefusedInTheWordsOfTheWallet(MockServer server, String problem) {
        assertThatThrownBy(() -> ask(server, RESERVES)).isInstanceOfSatisfying(PaymentRefused.class, refused -> {
            assertThat(refused.name()).isEqualTo(problem);
            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.title()).isEqualTo("A title");
            assertThat(refused).hasMessage("A sentence for a person.");
        });
    }

    /** Whoever let it go was there first: users are told nothing of it. */
    @Pact(consumer = NAME)
    V4Pact cannotKeepWhatWasLetGo(PactDslWithProvider pact) {
        return refusedInWords(
                reservation(pact.given("the price of a rental was let go"), "a reservation that was let go before"),
                "reservation-released");
    }

    @Test
    @PactTestFor(pactMethod = "cannotKeepWhatWasLetGo")
    void cannotKeepWhatWasLetGo(MockServer server) {
        isNotDone(server, RESERVES);
    }

    @Pact(consumer = NAME)
    V4Pact cannotKeepAnotherPriceUnderTheSameId(PactDslWithProvider pact) {
        return answered(
                reservation(
                        pact.given("the price of a rental is reserved", OF_ANOTHER_AMOUNT),
                        "a reservation with an id that stands for another price"),
                422);
    }

    @Test
    @PactTestFor(pactMethod = "cannotKeepAnotherPriceUnderTheSameId")
    void cannotKeepAnotherPriceUnderTheSameId(MockServer server) {
        isNotDone(server, RESERVES);
    }

    @Pact(consumer = NAME)
    V4Pact isRefusedWithoutTheToken(PactDslWithProvider pact) {
        return pact.given("nobody has reserved the price of a rental")
                .uponReceiving("a reservation with another token")
                .method("POST")
                .path("/internal/wallet/reservations")
                .headers("Authorization", "Bearer another token")
                .headers(ApiForms.JSON_TYPE)
                .body(
                        "{\"id\":\"" + ID + "\",\"rentalId\":5,\"renterId\":7,\"ownerId\":8,\"amount\":9000,"
                                + "\"currency\":\"EUR\"}",
                        "application/json")
                .willRespondWith()
                .status(401)
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "isRefusedWithoutTheToken")
    void isRefusedWithoutTheToken(MockServer server) {
        assertThatThrownBy(() -> asking(server, "another token", service -> {
                    RESERVES.accept(service.wallet());
                    return true;
                }))
                .isInstanceOf(NotReachable.class);
    }
}
