package com.rentwave.workload.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class FlipEvidenceTest {

    private static FlipEvidence of(String certificate) throws JsonProcessingException {
        return FlipEvidence.of(new ObjectMapper().readTree(certificate));
    }

    @Test
    void takesEachHeldWriteFromTheCertificate() throws JsonProcessingException {
        FlipEvidence evidence = of("{\"holds\":[{\"millis\":7,\"requests\":2},{\"millis\":90,\"requests\":1}],"
                + "\"heldFrom\":\"2026-11-21T00:00:00.100Z\",\"heldUntil\":\"2026-11-21T00:00:00.190Z\","
                + "\"steps\":[{\"step\":\"GATES\",\"durationMs\":800},{\"step\":\"FENCE\",\"durationMs\":60}],"
                + "\"gates\":[{\"gate\":\"lag\",\"ok\":true,\"millis\":12}]}");

        assertThat(evidence.holds()).containsExactly(7L, 7L, 90L);
        assertThat(evidence.parts())
                .containsEntry("step GATES", 800L)
                .containsEntry("step FENCE", 60L)
                .containsEntry("gate lag", 12L);
        assertThat(evidence.held(Instant.parse("2026-11-21T00:00:01Z"), TimeUnit.SECONDS.toNanos(5)))
                .contains(new Span(TimeUnit.MILLISECONDS.toNanos(4_100), TimeUnit.MILLISECONDS.toNanos(4_190)));
    }

    @Test
    void knowsOfNoHoldWhereNothingWasHeld() throws JsonProcessingException {
        FlipEvidence evidence = of("{\"holds\":[],\"heldFrom\":null,\"heldUntil\":null,\"steps\":[]}");

        assertThat(evidence.holds()).isEmpty();
        assertThat(evidence.held(Instant.EPOCH, 0)).isEmpty();
    }
}
