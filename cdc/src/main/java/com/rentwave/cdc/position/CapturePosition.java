package com.rentwave.cdc.position;

import com.rentwave.sync.Lsn;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Where the capture of one database stands. Everything the source committed at or before {@code lsn} is in Kafka, and
 * nothing behind it: events always, rows of the APIs that are armed.
 *
 * @param phase how far the capture itself has come
 * @param systemId PostgreSQL's system identifier of the source, decimal
 * @param timeline PostgreSQL's timeline of the source
 * @param apis the APIs that were armed
 */
public record CapturePosition(
        Phase phase, String systemId, int timeline, Lsn lsn, SortedMap<String, ApiPosition> apis) {

    /**
     * <pre>
     * (none) → ARMING → STREAMING
     * </pre>
     */
    public enum Phase {
        /** Slot or first copy may or may not be there. What was begun starts from the beginning. */
        ARMING,
        /** Slot and first copy are there for good; losing them means losing rows. */
        STREAMING
    }

    /**
     * Where the rows of one API stand.
     *
     * @param phase how far arming has come
     * @param epoch the source's epoch of the API at the position
     * @param copied the first copy holds everything that was committed at or before it
     */
    public record ApiPosition(Phase phase, long epoch, Lsn copied) {}

    private static final Pattern FORM = Pattern.compile(
            "(ARMING|STREAMING) (\\d{1,20}):(\\d{1,9}):([0-9A-F]{1,8}/[0-9A-F]{1,8})((?: [a-z]+=[^ ]+)*)");
    private static final Pattern API =
            Pattern.compile("([a-z]+)=(ARMING|STREAMING):(\\d{1,18}):([0-9A-F]{1,8}/[0-9A-F]{1,8})");

    public CapturePosition {
        apis = Collections.unmodifiableSortedMap(new TreeMap<>(apis));
    }

    /** A capture that has just begun; no API is armed. */
    public static CapturePosition begun(Phase phase, String systemId, int timeline, Lsn lsn) {
        return new CapturePosition(phase, systemId, timeline, lsn, new TreeMap<>());
    }

    /** The position further on in the same log. */
    public CapturePosition at(Lsn further) {
        return new CapturePosition(phase, systemId, timeline, further, apis);
    }

    /** The position with one API somewhere else. */
    public CapturePosition with(String api, ApiPosition position) {
        SortedMap<String, ApiPosition> changed = new TreeMap<>(apis);
        changed.put(api, position);
        return new CapturePosition(phase, systemId, timeline, lsn, changed);
    }

    /** The API, if arming it has begun. */
    public Optional<ApiPosition> api(String api) {
        return Optional.ofNullable(apis.get(api));
    }

    /** True when the API's first copy is complete. */
    public boolean streams(String api) {
        return api(api).filter(a -> a.phase() == Phase.STREAMING).isPresent();
    }

    /** The stored form: {@code STREAMING 7461234567890123456:1:0/1A2B3C8 vehicles=STREAMING:3:0/1A2B300}. */
    @Override
    public String toString() {
        String armed = apis.entrySet().stream().map(CapturePosition::text).collect(Collectors.joining());
        return phase + " " + systemId + ':' + timeline + ':' + lsn + armed;
    }

    private static String text(Map.Entry<String, ApiPosition> entry) {
        ApiPosition api = entry.getValue();
        return ' ' + entry.getKey() + '=' + api.phase() + ':' + api.epoch() + ':' + api.copied();
    }

    static CapturePosition parse(String text) {
        Matcher m = FORM.matcher(text);
        if (!m.matches()) {
            throw new IllegalArgumentException("not a capture position: " + text);
        }
        SortedMap<String, ApiPosition> apis = new TreeMap<>();
        Arrays.stream(m.group(5).split(" ")).filter(part -> !part.isEmpty()).forEach(part -> {
            Matcher api = API.matcher(part);
            if (!api.matches()) {
                throw new IllegalArgumentException("not a capture position: " + text);
            }
            apis.put(
                    api.group(1),
                    new ApiPosition(
                            Phase.valueOf(api.group(2)), Long.parseLong(api.group(3)), Lsn.parse(api.group(4))));
        });
        return new CapturePosition(
                Phase.valueOf(m.group(1)), m.group(2), Integer.parseInt(m.group(3)), Lsn.parse(m.group(4)), apis);
    }
}
