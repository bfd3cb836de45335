package com.rentwave.contracts.rental;

import static com.rentwave.contracts.rental.Orders.ID;
import static com.rentwave.contracts.rental.Orders.answered;
import static com.rentwave.contracts.rental.Orders.end;
import static com.rentwave.contracts.rental.Orders.isDone;
import static com.rentwave.contracts.rental.Orders.isNotDone;
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

/** What a saga relies on when it ends a reservation: it books it or lets it go, and may say so more than once. */
@ExtendWith(PactConsumerTestExt.class)
@PactTestFor(providerName = Orders.WALLET, pactVersion = PactSpecVersion.V4)
class EndsPactTest {

    private static final String NOBODY = "nobody has reserved the price of a rental";
    private static final String RESERVED = "the price of a rental is reserved";
    private static final String BOOKED = "the price of a rental is booked";
    private static final String LET_GO = "the price of a rental was let go";
    private static final Consumer<Wallet> CONFIRMS = wallet -> wallet.confirm(ID);
    private static final Consumer<Wallet> RELEASES = wallet -> wallet.release(ID);

    private static V4Pact confirmation(PactDslWithProvider pact, String state, String what, int status) {
        return answered(end(pact.given(state), what, "confirm"), status);
    }

    private static V4Pact release(PactDslWithProvider pact, String state, String what, int status) {
        return answered(end(pact.given(state), what, "release"), status);
    }

    @Pact(consumer = NAME)
    V4Pact booksWhatIsReserved(PactDslWithProvider pact) {
        return confirmation(pact, RESERVED, "a confirmation", 200);
    }

    @Test
    @PactTestFor(pactMethod = "booksWhatIsReserved")
    void booksWhatIsReserved(MockServer server) {
        isDone(server, CONFIRMS);
    }

    @Pact(consumer = NAME)
    V4Pact mayConfirmTwice(PactDslWithProvider pact) {
        return confirmation(pact, BOOKED, "a second confirmation", 200);
    }

    @Test
    @PactTestFor(pactMethod = "mayConfirmTwice")
    void mayConfirmTwice(MockServer server) {
        isDone(server, CONFIRMS);
    }

    @Pact(consumer = NAME)
    V4Pact cannotConfirmWhatNobodyKnows(PactDslWithProvider pact) {
        return confirmation(pact, NOBODY, "a confirmation of what nobody has reserved", 404);
    }

    @Test
    @PactTestFor(pactMethod = "cannotConfirmWhatNobodyKnows")
    void cannotConfirmWhatNobodyKnows(MockServer server) {
        isNotDone(server, CONFIRMS);
    }

    @Pact(consumer = NAME)
    V4Pact cannotConfirmWhatWasLetGo(PactDslWithProvider pact) {
        return confirmation(pact, LET_GO, "a confirmation of what was let go", 409);
    }

    @Test
    @PactTestFor(pactMethod = "cannotConfirmWhatWasLetGo")
    void cannotConfirmWhatWasLetGo(MockServer server) {
        isNotDone(server, CONFIRMS);
    }

    @Pact(consumer = NAME)
    V4Pact letsGoWhatIsReserved(PactDslWithProvider pact) {
        return release(pact, RESERVED, "a release", 200);
    }

    @Test
    @PactTestFor(pactMethod = "letsGoWhatIsReserved")
    void letsGoWhatIsReserved(MockServer server) {
        isDone(server, RELEASES);
    }

    @Pact(consumer = NAME)
    V4Pact mayLetGoTwice(PactDslWithProvider pact) {
        return release(pact, LET_GO, "a second release", 200);
    }

    @Test
    @PactTestFor(pactMethod = "mayLetGoTwice")
    void mayLetGoTwice(MockServer server) {
        isDone(server, RELEASES);
    }

    /** Its reservation may never have arrived. */
    @Pact(consumer = NAME)
    V4Pact mayLetGoWhatNobodyKnows(PactDslWithProvider pact) {
        return release(pact, NOBODY, "a release of what nobody has reserved", 200);
    }

    @Test
    @PactTestFor(pactMethod = "mayLetGoWhatNobodyKnows")
    void mayLetGoWhatNobodyKnows(MockServer server) {
        isDone(server, RELEASES);
    }

    @Pact(consumer = NAME)
    V4Pact cannotLetGoWhatIsPaid(PactDslWithProvider pact) {
        return release(pact, BOOKED, "a release of what is booked", 409);
    }

    @Test
    @PactTestFor(pactMethod = "cannotLetGoWhatIsPaid")
    void cannotLetGoWhatIsPaid(MockServer server) {
        isNotDone(server, RELEASES);
    }
}
