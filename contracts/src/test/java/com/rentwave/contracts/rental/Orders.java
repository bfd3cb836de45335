package com.rentwave.contracts.rental;

import static au.com.dius.pact.consumer.dsl.LambdaDsl.newJsonBody;
import static com.rentwave.contracts.rental.RentalService.asking;
import static com.rentwave.contracts.rental.RentalService.known;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.DslPart;
import au.com.dius.pact.consumer.dsl.LambdaDslObject;
import au.com.dius.pact.consumer.dsl.PactDslRequestWithPath;
import au.com.dius.pact.consumer.dsl.PactDslResponse;
import au.com.dius.pact.consumer.dsl.PactDslWithState;
import au.com.dius.pact.core.model.V4Pact;
import com.rentwave.contracts.ApiForms;
import com.rentwave.rental.peer.NotReachable;
import com.rentwave.rental.wallet.Payment;
import com.rentwave.rental.wallet.Wallet;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/** What renting asks the wallets for, and how it takes their answers. */
final class Orders {

    static final String WALLET = "wallet";
    static final UUID ID = UUID.fromString("b1946ac9-2f53-4b56-9d5c-3f2a0f6b7c11");
    static final String KEY = "late:5:2090-03-04";
    static final Payment PAYMENT = new Payment(5, 7, 8, 9000, "EUR");

    /** A parameter of states: what was ordered before was another amount. */
    static final Map<String, Object> OF_ANOTHER_AMOUNT = Map.of("amount", 8000);

    private static final String ADDRESS = "/internal/wallet/";
    private static final Map<String, String> PROBLEM_TYPE = Map.of("Content-Type", "application/problem+json");

    private Orders() {}

    /** A price that is to be kept for a rental. */
    static PactDslRequestWithPath reservation(PactDslWithState state, String what) {
        return order(
                state,
                what,
                "reservations",
                newJsonBody(o -> payment(o.valueFromProviderState("id", "${orderId}", ID.toString())))
                        .build());
    }

    /** A price that is to be paid back. */
    static PactDslRequestWithPath refund(PactDslWithState state, String what) {
        return order(
                state,
                what,
                "refunds",
                newJsonBody(o -> payment(o.valueFromProviderState("id", "${orderId}", ID.toString())))
                        .build());
    }

    /** A fee for a day late. */
    static PactDslRequestWithPath lateFee(PactDslWithState state, String what) {
        return order(
                state,
                what,
                "late-fees",
                newJsonBody(o -> payment(o.valueFromProviderState("key", "${lateKey}", KEY)))
                        .build());
    }

    private static void payment(LambdaDslObject order) {
        order.valueFromProviderState("rentalId", "${rentalId}", 5)
                .valueFromProviderState("renterId", "${renterId}", 7)
                .valueFromProviderState("ownerId", "${ownerId}", 8)
                .numberValue("amount", 9000)
                .stringValue("currency", "EUR");
    }

    private static PactDslRequestWithPath order(PactDslWithState state, String what, String path, DslPart body) {
        return known(state.uponReceiving(what).method("POST").path(ADDRESS + path))
                .headers(ApiForms.JSON_TYPE)
                .body(body);
    }

    /** The end of a reservation: {@code confirm} or {@code release}. */
    static PactDslRequestWithPath end(PactDslWithState state, String what, String how) {
        return known(state.uponReceiving(what)
                        .method("POST")
                        .pathFromProviderState(
                                ADDRESS + "reservations/${orderId}/" + how, ADDRESS + "reservations/" + ID + '/' + how))
                .headers(ApiForms.JSON_TYPE)
                .body("{}", "application/json");
    }

    /** Only the status counts. */
    static V4Pact answered(PactDslRequestWithPath request, int status) {
        return request.willRespondWith().status(status).toPact(V4Pact.class);
    }

    /** Status and problem count, and the words, which users are told. */
    static V4Pact refusedInWords(PactDslRequestWithPath request, String problem) {
        PactDslResponse response = request.willRespondWith()
                .status(409)
                .headers(PROBLEM_TYPE)
                .body(newJsonBody(p -> ApiForms.problem(p, problem, 409).stringType("title", "A title"))
                        .build());
        return response.toPact(V4Pact.class);
    }

    static void isDone(MockServer server, Consumer<Wallet> order) {
        assertThatCode(() -> ask(server, order)).doesNotThrowAnyException();
    }

    /** It is not known to be done: the saga goes on asking. */
    static void isNotDone(MockServer server, Consumer<Wallet> order) {
        assertThatThrownBy(() -> ask(server, order)).isInstanceOf(NotReachable.class);
    }

    static void ask(MockServer server, Consumer<Wallet> order) {
        asking(server, service -> {
            order.accept(service.wallet());
            return true;
        });
    }
}
