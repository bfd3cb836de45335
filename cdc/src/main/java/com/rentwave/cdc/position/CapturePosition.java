package com.rentwave.cdc.position;

import com.rentwave.sync.Lsn;
import com.rentwave.sync.Position;

/**
 * Where the capture of one side stands. Everything the source committed at or before {@code source.lsn()} is in the row
 * topic, and nothing behind it.
 *
 * @param phase how far arming has come
 * @param source the position in the source's log, with the source's epoch there
 */
public record CapturePosition(Phase phase, Position source) {

    /**
     * <pre>
     * (none) → ARMING → STREAMING
     * </pre>
     */
    public enum Phase {
        /** The slot may or may not be there; the first copy is not complete. Arming starts from the beginning. */
        ARMING,
        /** The slot is there for good; losing it means losing rows. */
        STREAMING
    }

    /** The position further on in the same log. */
    public CapturePosition at(Lsn lsn, long epoch) {
        return new CapturePosition(
                phase, new Position(source.side(), epoch, source.systemId(), source.timeline(), lsn));
    }

    /** The stored form: {@code STREAMING service:3:7461234567890123456:1:0/1A2B3C8}. */
    @Override
    public String toString() {
        return phase + " " + source;
    }

    static CapturePosition parse(String text) {
        int blank = text.indexOf(' ');
        if (blank < 0) {
            throw new IllegalArgumentException("not a capture position: " + text);
        }
        return new CapturePosition(
                Phase.valueOf(text.substring(0, blank)),
                Position.parse(text.substring(blank + 1))
                        .orElseThrow(() -> new IllegalArgumentException("not a capture position: " + text)));
    }
}
