package com.rentwave.service.outbox;

/** The trace that the work of this thread belongs to. */
public final class Traces {

    private static final ThreadLocal<String> CURRENT = new ThreadLocal<>();

    private Traces() {}

    /** @param trace 32 hex digits */
    public static void enter(String trace) {
        CURRENT.set(trace);
    }

    public static void leave() {
        CURRENT.remove();
    }

    /** 32 hex digits; null when there is none. */
    public static String current() {
        return CURRENT.get();
    }
}
