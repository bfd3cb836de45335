package com.rentwave.contracts.rental;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.PactDslRequestWithPath;
import com.rentwave.rental.offer.Offers;
import com.rentwave.rental.wallet.Wallet;
import com.rentwave.service.process.InternalProperties;
import java.util.Map;
import java.util.function.Function;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.MapPropertySource;

/** The part of rental-service that asks others. */
final class RentalService implements AutoCloseable {

    static final String NAME = "rental-service";
    static final String TOKEN = "the internal token";

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(InternalProperties.class)
    @ComponentScan({"com.rentwave.rental.peer", "com.rentwave.rental.wallet", "com.rentwave.rental.offer"})
    static class Clients {}

    /**
     * @param monolith base address
     * @param vehicleService base address
     * @param token what it proves itself with
     */
    RentalService(String monolith, String vehicleService, String token) {
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "contract",
                        Map.of(
                                "rentwave.legacy.uri",
                                monolith,
                                "rentwave.vehicles.uri",
                                vehicleService,
                                "rentwave.internal-token",
                                token,
                                "rentwave.peers.connect",
                                "2s",
                                "rentwave.peers.answer",
                                "10s",
                                "rentwave.peers.at-once",
                                "4")));
        context.register(Clients.class);
        context.refresh();
    }

    /** Asks the provider of a contract, whoever it is about. */
    static <T> T asking(MockServer provider, Function<RentalService, T> what) {
        return asking(provider, TOKEN, what);
    }

    static <T> T asking(MockServer provider, String token, Function<RentalService, T> what) {
        try (RentalService service = new RentalService(provider.getUrl(), provider.getUrl(), token)) {
            return what.apply(service);
        }
    }

    Wallet wallet() {
        return context.getBean(Wallet.class);
    }

    Offers offers() {
        return context.getBean(Offers.class);
    }

    /** A request with the token by which RentWave's parts know each other. */
    static PactDslRequestWithPath known(PactDslRequestWithPath request) {
        return request.headerFromProviderState("Authorization", "Bearer ${internalToken}", "Bearer " + TOKEN);
    }

    @Override
    public void close() {
        context.close();
    }
}
