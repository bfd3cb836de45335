package com.rentwave.facade.shadow;

import java.time.Instant;
import java.util.List;

/**
 * A kind of difference that was seen.
 *
 * @param seen how often
 * @param examples the newest, newest first
 */
public record Cause(String cause, long seen, Instant firstAt, Instant lastAt, List<Example> examples) {

    /**
     * One difference.
     *
     * @param path the read, without anybody's data
     * @param lines what differed
     */
    public record Example(Instant at, String path, List<String> lines) {}
}
