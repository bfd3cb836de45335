package com.rentwave.workload.journeys;

/** Hears how a crowd gets on. */
public interface CrowdListener {

    /** Nobody listens. */
    CrowdListener NONE = new CrowdListener() {};

    /** So many users have settled in. */
    default void settled(int users, int ofAll) {}

    /** Called about once a second. */
    default void running(long requests, long seconds, long ofAll) {}
}
