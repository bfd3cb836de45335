package com.rentwave.cdc.capture;

import com.rentwave.sync.Lsn;

/**
 * What a capture is doing.
 *
 * @param reason why it has failed; null otherwise
 * @param publishedLsn everything the source committed at or before this position is in Kafka; null before the first copy is
 *     complete
 */
public record CaptureStatus(State state, String reason, Lsn publishedLsn) {

    /**
     * <pre>
     * ABSENT → SNAPSHOT → STREAMING ⇄ FAILED
     * </pre>
     */
    public enum State {
        /** Never armed. */
        ABSENT,
        /** The slot is being made and the rows that are there are being copied. */
        SNAPSHOT,
        /** Rows are published as they are committed. */
        STREAMING,
        /** It does not run. It tries again for ever; a lost slot stays lost until a person decides. */
        FAILED
    }
}
