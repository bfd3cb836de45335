package com.rentwave.workload.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the certificate of a flip says of its times.
 *
 * @param holds how long each held request was held, in milliseconds, as the facade measured it: from its first refusal
 *     until it was sent to whoever took it
 * @param from when the first of them was refused; null when none was held
 * @param until when the last of them was sent on; null when none was held
 * @param parts how long each step and each gate took, in milliseconds, by its name; several gates are asked at a time
 */
record FlipEvidence(List<Long> holds, Instant from, Instant until, Map<String, Long> parts) {

    FlipEvidence {
        holds = List.copyOf(holds);
        parts = Collections.unmodifiableMap(new LinkedHashMap<>(parts));
    }

    static FlipEvidence of(JsonNode certificate) {
        Map<String, Long> parts = new LinkedHashMap<>();
        certificate
                .path("steps")
                .forEach(step -> parts.merge(
                        "step " + step.path("step").asText(),
                        step.path("durationMs").asLong(),
                        Long::sum));
        certificate
                .path("gates")
                .forEach(gate -> parts.put(
                        "gate " + gate.path("gate").asText(),
                        gate.path("millis").asLong()));
        List<Long> holds = new ArrayList<>();
        certificate
                .path("holds")
                .forEach(time -> holds.addAll(Collections.nCopies(
                        time.path("requests").asInt(), time.path("millis").asLong())));
        return new FlipEvidence(
                holds, instant(certificate.path("heldFrom")), instant(certificate.path("heldUntil")), parts);
    }

    private static Instant instant(JsonNode json) {
        return json.isTextual() ? Instant.parse(json.asText()) : null;
    }

    /**
     * When the hold was closed.
     *
     * @param now an instant of the facade's clock, which is that of this machine
     * @param nowNanos the same instant by {@link System#nanoTime()}
     */
    Optional<Span> held(Instant now, long nowNanos) {
        return from == null || until == null
                ? Optional.empty()
                : Optional.of(new Span(
                        nowNanos - Duration.between(from, now).toNanos(),
                        nowNanos - Duration.between(until, now).toNanos()));
    }
}
