package com.rentwave.facade.shadow;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How reads are copied and compared.
 *
 * @param enabled whether users' reads are copied; a rehearsal is made in any case
 * @param copiesPerSecond how many reads of an API are copied in a second at most; more are dropped
 * @param inFlight comparisons at a time, of all APIs, at most
 * @param underWay comparisons of an API at a time, on average, at most: the longer they take, the fewer are made in a second
 * @param queue reads that wait for their copy; more are dropped
 * @param latest how late an event loop may be with what it has to do; reads that it answers when it is later are dropped
 * @param largest a larger answer is not compared
 * @param headers the headers that must agree, in lower case
 * @param plainFields JSON fields and parameters of addresses whose texts may be shown; all others are masked
 * @param rehearsals the reads to rehearse with, by API; answers with items lead to more
 * @param rehearsed how many reads a rehearsal makes at most
 * @param flushEvery how often what was found is stored
 */
@Validated
@ConfigurationProperties("rentwave.shadow")
record ShadowSettings(
        @DefaultValue("true") boolean enabled,
        @Positive @DefaultValue("200") int copiesPerSecond,
        @Positive @DefaultValue("4") int inFlight,
        @Positive @DefaultValue("0.5") double underWay,
        @Positive @DefaultValue("256") int queue,
        @NotNull @DefaultValue("50ms") Duration latest,
        @NotNull @DefaultValue("256KB") DataSize largest,
        @DefaultValue List<String> headers,
        @DefaultValue Set<String> plainFields,
        @DefaultValue Map<String, List<String>> rehearsals,
        @Positive @DefaultValue("100") int rehearsed,
        @NotNull @DefaultValue("1s") Duration flushEvery) {}
