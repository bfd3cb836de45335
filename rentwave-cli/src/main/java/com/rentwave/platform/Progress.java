package com.rentwave.platform;

import java.time.Duration;

/** Hears what happens while parts start and stop. Called from several threads. */
public interface Progress {

    /** Work on a part begins. */
    default void begins(String part) {}

    /** A part is healthy, after it was started. */
    default void started(Part part, Duration took) {}

    /** A part was running and healthy, and was left alone. */
    default void leftAlone(Part part) {}

    /** A part has ended. */
    default void stopped(String part, Duration took) {}

    /** A sentence worth reading. */
    default void note(String sentence) {}

    /** Hears nothing. */
    static Progress silent() {
        return new Progress() {};
    }
}
