package com.rentwave.platform;

import java.net.URI;
import java.nio.file.Path;

/** RentWave on this machine, around one data folder. */
public final class Platform implements AutoCloseable {

    private Platform() {}

    /** The folder used when nobody chooses one: {@code .rentwave} in the project folder. */
    public static Path defaultDataFolder() {
        throw new UnsupportedOperationException("not yet");
    }

    /** A platform that was started before, from the state in its data folder. */
    public static Platform open(Path dataFolder) {
        throw new UnsupportedOperationException("not yet");
    }

    /** The one public address. */
    public URI uri() {
        throw new UnsupportedOperationException("not yet");
    }

    /** The operator's address. */
    public URI consoleUri() {
        throw new UnsupportedOperationException("not yet");
    }

    /** The bearer token of the operator API. */
    public String operatorToken() {
        throw new UnsupportedOperationException("not yet");
    }

    @Override
    public void close() {}
}
