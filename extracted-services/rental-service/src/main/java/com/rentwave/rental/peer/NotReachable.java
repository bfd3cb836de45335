package com.rentwave.rental.peer;

/** Another part of the system said nothing, or nothing that could be understood. */
public final class NotReachable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param name who said nothing, at the beginning of a sentence */
    public NotReachable(String name, Throwable cause) {
        super(name + " cannot be reached.", cause);
    }

    /** @param reply what was said instead of what was asked for */
    public NotReachable(String name, Peer.Reply reply) {
        super(name + " cannot be asked at the moment.", new IllegalStateException("status " + reply.status()));
    }
}
