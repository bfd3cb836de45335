package com.rentwave.workload.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * What stands behind the proxies that are measured, in place of the monolith and of the service: a program of its own that
 * answers every GET with the same vehicle, in next to no time, with a position that moves, and publishes keys for sign-ins.
 * Its arguments are the keys and the ports.
 */
public final class ConstantBackend {

    private static final String BODY =
            "{\"id\":1,\"ownerId\":7,\"make\":\"Fiat\",\"model\":\"Panda\",\"year\":2014,\"sizeClass\":\"MINI\","
                    + "\"seats\":4,\"bootLitres\":225,\"transmission\":\"MANUAL\",\"fuel\":\"PETROL\",\"drive\":\"FRONT\",\"attributes\":{\"colour\":\"red\"},"
                    + "\"pricePerDay\":2900,\"lateFeePerDay\":1500,\"currency\":\"EUR\",\"minDays\":1,\"maxDays\":30,\"available\":true,"
                    + "\"createdAt\":\"2026-11-20T09:00:00.000000Z\",\"updatedAt\":\"2026-11-20T09:00:00.000000Z\",\"version\":1}";

    private static final byte[] HEAD = ascii("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nETag: \"1\"\r\n"
            + "Cache-Control: private, no-cache\r\nRentWave-Position: legacy:0:7461234567890123456:1:16/");
    private static final byte[] REST = ascii("\r\nContent-Length: " + BODY.length() + "\r\n\r\n" + BODY);

    /** How long the log stands still: as if 200 transactions were committed in a second. */
    private static final long COMMIT_NANOS = 5_000_000;

    private static final long BYTES_OF_A_COMMIT = 0x100;

    private static final String KEYS_PATH = "GET /api/auth/jwks ";

    private final byte[] keys;

    /** @param keys what it publishes, JSON */
    ConstantBackend(String keys) {
        this.keys = ascii("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + keys.length()
                + "\r\n\r\n" + keys);
    }

    public static void main(String[] arguments) throws IOException {
        ConstantBackend backend = new ConstantBackend(arguments[0]);
        for (int i = 2; i < arguments.length; i++) {
            ServerSocket server = listen(Integer.parseInt(arguments[i]));
            new Thread(() -> backend.answerUntilClosed(server)).start();
        }
        try (ServerSocket server = listen(Integer.parseInt(arguments[1]))) {
            backend.answer(server);
        }
    }

    static ServerSocket listen(int port) throws IOException {
        return new ServerSocket(port, 1024, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
    }

    /** Serves every connection in a thread of its own, until the socket is closed. */
    void answer(ServerSocket server) throws IOException {
        while (true) {
            Socket socket = server.accept();
            Thread thread = new Thread(() -> serve(socket));
            thread.setDaemon(true);
            thread.start();
        }
    }

    private void answerUntilClosed(ServerSocket server) {
        try (server) {
            answer(server);
        } catch (IOException closed) {
            // nobody asks any more
        }
    }

    private static byte[] vehicle() {
        long lsn = System.nanoTime() / COMMIT_NANOS * BYTES_OF_A_COMMIT & 0xFFFFFFFFL;
        byte[] position = ascii(HexFormat.of().withUpperCase().toHexDigits((int) lsn));
        byte[] answer = Arrays.copyOf(HEAD, HEAD.length + position.length + REST.length);
        System.arraycopy(position, 0, answer, HEAD.length, position.length);
        System.arraycopy(REST, 0, answer, HEAD.length + position.length, REST.length);
        return answer;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(socket.getInputStream());
            int inARow = 0;
            int known = 0;
            int place = 0;
            for (int read = in.read(); read >= 0; read = in.read()) {
                if (place == known && known < KEYS_PATH.length() && read == KEYS_PATH.charAt(known)) {
                    known++;
                }
                place++;
                // An empty line ends a request without a body.
                inARow = read == '\n' ? inARow + 1 : read == '\r' ? inARow : 0;
                if (inARow == 2) {
                    socket.getOutputStream().write(known == KEYS_PATH.length() ? keys : vehicle());
                    inARow = 0;
                    known = 0;
                    place = 0;
                }
            }
        } catch (IOException clientLeft) {
            // nobody waits for an answer any more
        }
    }
}
