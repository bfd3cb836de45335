package com.rentwave.contracts.rental;

import static au.com.dius.pact.consumer.dsl.LambdaDsl.newJsonBody;
import static com.rentwave.contracts.rental.RentalService.asking;
import static com.rentwave.contracts.rental.RentalService.known;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.PactDslWithProvider;
import au.com.dius.pact.core.model.V4Pact;
import com.rentwave.contracts.ApiForms;
import com.rentwave.rental.Item;
import com.rentwave.rental.ItemType;
import com.rentwave.rental.Offer;
import com.rentwave.rental.Refused;

/**
 * What renting relies on in the terms of a thing, which are alike for all kinds of things.
 *
 * @param type the kind, as requests name it
 * @param id the state's name for its id
 * @param title of the sample
 * @param pricePerDay of the sample
 * @param lateFeePerDay of the sample
 */
record OfferTerms(ItemType type, String id, String title, long pricePerDay, long lateFeePerDay) {

    private static final long EXAMPLE = 17;
    private static final long NOWHERE = 999999999999999999L;

    V4Pact told(PactDslWithProvider pact, String state, String what, boolean available) {
        return known(pact.given(state)
                        .uponReceiving(what)
                        .method("GET")
                        .pathFromProviderState(address("${" + id + '}'), address(EXAMPLE)))
                .willRespondWith()
                .status(200)
                .headers(ApiForms.JSON_TYPE)
                .body(newJsonBody(o -> o.stringValue("title", title)
                                .integerType("ownerId", 8)
                                .numberValue("pricePerDay", pricePerDay)
                                .numberValue("lateFeePerDay", lateFeePerDay)
                                .stringValue("currency", "EUR")
                                .integerType("minDays", 1)
                                .integerType("maxDays", 14)
                                .booleanValue("available", available))
                        .build())
                .toPact(V4Pact.class);
    }

    void areRead(MockServer server, boolean available) {
        Offer offer = asking(server, service -> service.offers().of(new Item(type, EXAMPLE)));

        assertThat(offer).isEqualTo(new Offer(title, 8, pricePerDay, lateFeePerDay, "EUR", 1, 14, available));
    }

    V4Pact unknown(PactDslWithProvider pact, String what) {
        return known(pact.given("there is no such thing on offer")
                        .uponReceiving(what)
                        .method("GET")
                        .path(address(NOWHERE)))
                .willRespondWith()
                .status(404)
                .toPact(V4Pact.class);
    }

    void areRefused(MockServer server) {
        Item nowhere = new Item(type, NOWHERE);

        assertThatThrownBy(() -> asking(server, service -> service.offers().of(nowhere)))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.why()).isEqualTo(Refused.Why.ABSENT));
    }

    String address(Object of) {
        return "/internal/offers/" + type.word() + '/' + of;
    }
}
