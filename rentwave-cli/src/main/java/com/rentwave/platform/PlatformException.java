package com.rentwave.platform;

/**
 * Something kept the platform from doing what was asked. The message is written for the person at the terminal: what
 * happened, what was kept, what to do next.
 */
public final class PlatformException extends RuntimeException {

    public PlatformException(String message) {
        super(message);
    }

    public PlatformException(String message, Throwable cause) {
        super(message, cause);
    }
}
