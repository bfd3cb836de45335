package com.rentwave.facade.certificate;

import jakarta.validation.constraints.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What certificates are signed with.
 *
 * @param key the seed of an Ed25519 key, 32 bytes in hex, the same for all facades; empty: a random one until the next
 *     start
 */
@Validated
@ConfigurationProperties("rentwave.certificates")
record CertificateSettings(
        @Pattern(regexp = "([0-9a-fA-F]{64})?") @DefaultValue("")
        String key) {

    @Override
    public String toString() {
        return "CertificateSettings[]";
    }
}
