package com.rentwave.platform;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/** Finds ports on 127.0.0.1 that nobody listens on. */
final class FreePorts {

    private static final int LOWEST = 20_000;
    private static final int HIGHEST = 32_000;
    private static final int BLOCK = 60;
    private static final int MILLIS_TO_ACCEPT = 1000;

    private FreePorts() {}

    static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port), 1);
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    /** Whether somebody accepts connections. Unlike {@link #isFree} it never takes the port itself, not for a moment. */
    static boolean answers(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), MILLIS_TO_ACCEPT);
            return true;
        } catch (IOException nobody) {
            return false;
        }
    }

    /** A whole layout of free ports. */
    static Ports block() {
        for (int attempt = 0; attempt < 500; attempt++) {
            Ports candidate = Ports.from(random());
            boolean free = Arrays.stream(PartName.values())
                    .flatMap(part -> candidate.allOf(part).stream())
                    .allMatch(FreePorts::isFree);
            if (free) {
                return candidate;
            }
        }
        throw new PlatformException("There are no free ports between " + LOWEST + " and " + HIGHEST + ".");
    }

    /** One free port. */
    static int one() {
        return IntStream.generate(FreePorts::random)
                .limit(500)
                .filter(FreePorts::isFree)
                .findFirst()
                .orElseThrow(() ->
                        new PlatformException("There is no free port between " + LOWEST + " and " + HIGHEST + "."));
    }

    private static int random() {
        return ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST - BLOCK);
    }
}
