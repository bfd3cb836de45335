package com.rentwave.legacy.notification;

/** Somebody's open stream. Its methods return at once, however slow the other end is. */
interface Listener {

    long userId();

    /** The newest notification that the listener has; 0 when it wants only what is new. */
    long has();

    void send(Notification notification);

    /** Says nothing, to keep the connection. */
    void beat();

    boolean isOpen();

    void close();
}
