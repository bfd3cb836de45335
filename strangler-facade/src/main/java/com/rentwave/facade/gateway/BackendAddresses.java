package com.rentwave.facade.gateway;

import com.rentwave.sync.Side;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Where the two sides listen.
 *
 * @param legacyUri the monolith, without a path
 * @param vehiclesUri vehicle-service, without a path
 */
@Validated
@ConfigurationProperties("rentwave.backends")
record BackendAddresses(@NotNull URI legacyUri, @NotNull URI vehiclesUri) {

    /** Scheme, host and port of the side that answers for an API. */
    URI uri(Side side) {
        return side == Side.LEGACY ? legacyUri : vehiclesUri;
    }

    static String name(Side side) {
        return side == Side.LEGACY ? "The monolith" : "The vehicle service";
    }
}
