package com.rentwave.sync;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

    private static final Pattern FORM =
            Pattern.compile("(legacy|service):(\\d{1,18}):(\\d{1,20}):(\\d{1,9}):([0-9A-F]{1,8}/[0-9A-F]{1,8})");

    /** Reads the header form; empty when the text is not a position. */
    public static Optional<Position> parse(String text) {
        if (text == null) {
            return Optional.empty();
        }
        Matcher m = FORM.matcher(text);
        if (!m.matches()) {
            return Optional.empty();
        }
        return Optional.of(new Position(
                Side.of(m.group(1)),
                Long.parseLong(m.group(2)),
                m.group(3),
                Integer.parseInt(m.group(4)),
                Lsn.parse(m.group(5))));
    }

    /** The header form. */
    @Override
    public String toString() {
        return side.word() + ':' + epoch + ':' + systemId + ':' + timeline + ':' + lsn;
    }
}
