package com.rentwave.facade.session;

import jakarta.validation.constraints.NotNull;
import java.net.InetAddress;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Who stands before the facade.
 *
 * @param trusted addresses of proxies that end TLS for it, and say so in {@code X-Forwarded-Proto}
 */
@Validated
@ConfigurationProperties("rentwave.proxies")
record ProxySettings(@NotNull Set<InetAddress> trusted) {

    ProxySettings {
        trusted = Set.copyOf(trusted);
    }
}
