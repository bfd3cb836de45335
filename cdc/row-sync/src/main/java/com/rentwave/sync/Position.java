package com.rentwave.sync;

import java.util.Optional;

/**
 * A point in the history of one side's database: everything that side committed at or before it can be asked for.
 *
 * <p>It travels in the headers {@code RentWave-Position} and {@code RentWave-Await} as
 * {@code side:epoch:systemId:timeline:lsn}, for example {@code legacy:3:7461234567890123456:1:0/1A2B3C8}.
 *
 * @param side the side whose write-ahead log the position is in
 * @param epoch that side's epoch of the API when the position was read
 * @param systemId PostgreSQL's system identifier of the cluster
 * @param timeline PostgreSQL's timeline; another one means a restore or a failover happened
 * @param lsn log sequence number
 */
public record Position(Side side, long epoch, String systemId, int timeline, Lsn lsn) {

    private static final int EPOCH_DIGITS = 18;
    private static final int SYSTEM_ID_DIGITS = 20;
    private static final int TIMELINE_DIGITS = 9;
    private static final int LSN_DIGITS = 8;

    /** Reads the header form; empty when the text is not a position. */
    public static Optional<Position> parse(String text) {
        if (text == null) {
            return Optional.empty();
        }
        Side side = side(text);
        int epoch = text.indexOf(':') + 1;
        int systemId = text.indexOf(':', epoch) + 1;
        int timeline = text.indexOf(':', systemId) + 1;
        int lsn = text.indexOf(':', timeline) + 1;
        int slash = text.indexOf('/', lsn);
        boolean wellFormed = side != null
                && isNumber(text, epoch, systemId - 1, EPOCH_DIGITS, 10)
                && isNumber(text, systemId, timeline - 1, SYSTEM_ID_DIGITS, 10)
                && isNumber(text, timeline, lsn - 1, TIMELINE_DIGITS, 10)
                && isNumber(text, lsn, slash, LSN_DIGITS, 16)
                && isNumber(text, slash + 1, text.length(), LSN_DIGITS, 16);
        return wellFormed
                ? Optional.of(new Position(
                        side,
                        Long.parseLong(text, epoch, systemId - 1, 10),
                        text.substring(systemId, timeline - 1),
                        Integer.parseInt(text, timeline, lsn - 1, 10),
                        new Lsn(Long.parseLong(text, lsn, slash, 16) << 32
                                | Long.parseLong(text, slash + 1, text.length(), 16))))
                : Optional.empty();
    }

    private static Side side(String text) {
        for (Side side : Side.values()) {
            if (text.startsWith(side.word()) && text.startsWith(":", side.word().length())) {
                return side;
            }
        }
        return null;
    }

    /** Whether this part consists of digits only, capital ones, and of no more than that many. */
    private static boolean isNumber(String text, int from, int to, int most, int radix) {
        if (to <= from || to - from > most) {
            return false;
        }
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if ((c < '0' || c > '9') && (radix <= 10 || c < 'A' || c > 'F')) {
                return false;
            }
        }
        return true;
    }

    /** The header form. */
    @Override
    public String toString() {
        return side.word() + ':' + epoch + ':' + systemId + ':' + timeline + ':' + lsn;
    }
}
