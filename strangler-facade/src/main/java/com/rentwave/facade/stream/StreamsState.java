package com.rentwave.facade.stream;

/**
 * Both streams of an API.
 *
 * @param armed whether they are set up
 * @param forward legacy to service
 * @param reverse service to legacy, the way back
 * @param applier the one that writes the service's rows to legacy
 */
public record StreamsState(boolean armed, Flow forward, Flow reverse, ApplierState applier) {

    /**
     * One stream's capture.
     *
     * @param state ABSENT, SNAPSHOT, STREAMING or FAILED
     * @param reason why it failed
     * @param publishedLsn how far it is published
     * @param lagBytes how much log its database has written since; null when that cannot be told
     */
    public record Flow(String state, String reason, String publishedLsn, Long lagBytes) {

        public boolean isStreaming() {
            return "STREAMING".equals(state);
        }
    }

    /**
     * An applier.
     *
     * @param state RUNNING, WAITING or FAILED
     * @param reason why it does not run
     */
    public record ApplierState(String state, String reason) {

        public boolean isRunning() {
            return "RUNNING".equals(state);
        }
    }
}
