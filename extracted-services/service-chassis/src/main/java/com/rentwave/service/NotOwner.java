package com.rentwave.service;

/** This side does not own its API at the moment, so nothing was changed. */
public final class NotOwner extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String api;
    private final long epoch;

    /**
     * @param api the API that somebody else owns
     * @param epoch this database's epoch of the API, read after the refusal
     */
    public NotOwner(String api, long epoch, Throwable cause) {
        super("this side does not own " + api + " (epoch " + epoch + ")", cause);
        this.api = api;
        this.epoch = epoch;
    }

    public String api() {
        return api;
    }

    public long epoch() {
        return epoch;
    }
}
