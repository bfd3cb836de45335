package com.rentwave.facade.gateway;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How much the facade takes on. Both together have to stay below the connections to the backends, or streams keep requests
 * from theirs.
 *
 * @param requests at most this many at a time; three quarters of them may wait for one backend
 * @param streams at most this many that ask for a stream of events, besides; each may last for hours
 * @param bodies at most this much of the bodies of writes under way; each is kept until its write is answered
 */
@Validated
@ConfigurationProperties("rentwave.load")
record LoadSettings(
        @Positive @DefaultValue("4000") int requests,
        @Positive @DefaultValue("2000") int streams,
        @NotNull @DefaultValue("32MB") DataSize bodies) {

    /** So many requests may wait for one backend: one that hangs leaves places to those of the others. */
    int waitingForOne() {
        return Math.max(1, requests - requests / 4);
    }
}
