package com.rentwave.contracts.rental;

import static com.rentwave.contracts.rental.RentalService.NAME;
import static com.rentwave.contracts.rental.RentalService.TOKEN;
import static com.rentwave.contracts.rental.RentalService.asking;
import static com.rentwave.contracts.rental.RentalService.known;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.PactDslWithProvider;
import au.com.dius.pact.consumer.junit5.PactConsumerTestExt;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.PactSpecVersion;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import com.rentwave.rental.Item;
import com.rentwave.rental.ItemType;
import com.rentwave.rental.peer.NotReachable;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What renting relies on when it asks for the terms of a vehicle: of the monolith and of vehicle-service alike. */
@ExtendWith(PactConsumerTestExt.class)
@PactTestFor(providerName = "vehicles", pactVersion = PactSpecVersion.V4)
class VehicleOffersPactTest {

    private static final OfferTerms TERMS =
            new OfferTerms(ItemType.VEHICLE, "vehicleId", "Skoda Octavia Combi", 4500, 2000);
    private static final Item VEHICLE = new Item(ItemType.VEHICLE, 17);

    @Pact(consumer = NAME)
    V4Pact learnsTheTerms(PactDslWithProvider pact) {
        return TERMS.told(pact, "a user has a vehicle", "the terms of a vehicle", true);
    }

    @Test
    @PactTestFor(pactMethod = "learnsTheTerms")
    void learnsTheTerms(MockServer server) {
        TERMS.areRead(server, true);
    }

    @Pact(consumer = NAME)
    V4Pact learnsThatAVehicleIsPaused(PactDslWithProvider pact) {
        return TERMS.told(pact, "a user has a paused vehicle", "the terms of a paused vehicle", false);
    }

    @Test
    @PactTestFor(pactMethod = "learnsThatAVehicleIsPaused")
    void learnsThatAVehicleIsPaused(MockServer server) {
        TERMS.areRead(server, false);
    }

    @Pact(consumer = NAME)
    V4Pact learnsThatAVehicleIsNotThere(PactDslWithProvider pact) {
        return TERMS.unknown(pact, "the terms of a vehicle that is not there");
    }

    @Test
    @PactTestFor(pactMethod = "learnsThatAVehicleIsNotThere")
    void learnsThatAVehicleIsNotThere(MockServer server) {
        TERMS.areRefused(server);
    }

    /** Then the other side is asked, even about a vehicle that this one has a copy of. */
    @Pact(consumer = NAME)
    V4Pact isSentOnToTheOwner(PactDslWithProvider pact) {
        return known(pact.given("a user has a vehicle")
                        .given("this side does not own vehicles")
                        .uponReceiving("the terms of a vehicle, of the side that does not own it")
                        .method("GET")
                        .pathFromProviderState(TERMS.address("${vehicleId}"), TERMS.address(17)))
                .willRespondWith()
                .status(421)
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "isSentOnToTheOwner")
    void isSentOnToTheOwner(MockServer notTheOwner) throws IOException {
        HttpServer owner = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        owner.createContext("/internal/offers/vehicle/17", exchange -> {
            byte[] terms = ("{\"title\":\"Owned\",\"ownerId\":8,\"pricePerDay\":1,\"lateFeePerDay\":2,"
                            + "\"currency\":\"EUR\",\"minDays\":3,\"maxDays\":4,\"available\":true}")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, terms.length);
            exchange.getResponseBody().write(terms);
            exchange.close();
        });
        owner.start();
        String address = "http://127.0.0.1:" + owner.getAddress().getPort();

        try (RentalService service = new RentalService(address, notTheOwner.getUrl(), TOKEN)) {
            assertThat(service.offers().of(VEHICLE).title()).isEqualTo("Owned");
        } finally {
            owner.stop(0);
        }
    }

    @Pact(consumer = NAME)
    V4Pact isToldNothingWithoutTheToken(PactDslWithProvider pact) {
        return pact.given("there is no such thing on offer")
                .uponReceiving("the terms of a vehicle, with another token")
                .method("GET")
                .path(TERMS.address(17))
                .headers("Authorization", "Bearer another token")
                .willRespondWith()
                .status(401)
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "isToldNothingWithoutTheToken")
    void isToldNothingWithoutTheToken(MockServer server) {
        assertThatThrownBy(() -> asking(
                        server, "another token", service -> service.offers().of(VEHICLE)))
                .isInstanceOf(NotReachable.class);
    }
}
