package com.rentwave.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Ports for servers that are killed and started again. */
public final class ServerPort {

    private static final int PORTS = 6_000;

    private ServerPort() {}

    /**
     * A port that nobody uses now. It is below those that the system hands out by itself: else a client could get it while the
     * server is away.
     *
     * @param lowest it is one of the 6,000 from here on
     */
    public static int free(int lowest) {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(lowest, lowest + PORTS);
            try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (BindException taken) {
                // Another one, then.
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
