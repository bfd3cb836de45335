package com.rentwave.system.load;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A client's connection that stays open. Keeps no buffers: there are thousands of them. */
final class KeptConnection implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 30_000;
    private static final int ADDRESSES = 8;

    private final Socket socket = new Socket();
    private final URI facade;

    /** @param number decides the address it comes from, of 127.0.0.2 to 127.0.0.9: one has too few ports for all */
    KeptConnection(URI facade, int number) throws IOException {
        this.facade = facade;
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.bind(new InetSocketAddress("127.0.0." + (2 + number % ADDRESSES), 0));
        socket.connect(new InetSocketAddress(facade.getHost(), facade.getPort()), PATIENCE_MILLIS);
    }

    /** Asks for a thing and reads the answer to its end. @return its status */
    int get(String path) throws IOException {
        send(path, "application/json");
        String head = readUntil("\r\n\r\n");
        int end = head.indexOf("\r\n\r\n") + 4;
        int length = head.toLowerCase(Locale.ROOT).indexOf("content-length: ") + 16;
        int announced = Integer.parseInt(head.substring(length, head.indexOf("\r\n", length)));
        socket.getInputStream().skipNBytes(announced - (head.length() - end));
        return Integer.parseInt(head.split(" ")[1]);
    }

    /** Opens a stream of events; returns when its beginning is here. */
    void listen(String path) throws IOException {
        send(path, "text/event-stream");
        String head = readUntil("\r\n\r\n");
        if (!head.startsWith("HTTP/1.1 200 ")) {
            throw new IOException("no stream: " + head);
        }
    }

    /** Waits for an event and everything before it. */
    void awaitEvent(String event) throws IOException {
        readUntil("data: " + event + "\n\n");
    }

    private void send(String path, String accepted) throws IOException {
        String request =
                "GET " + path + " HTTP/1.1\r\nHost: " + facade.getAuthority() + "\r\nAccept: " + accepted + "\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    }

    /** What has come by then, which may be a little more: nothing comes that was not asked for. */
    private String readUntil(String end) throws IOException {
        InputStream in = socket.getInputStream();
        StringBuilder read = new StringBuilder();
        byte[] part = new byte[512];
        while (read.indexOf(end) < 0) {
            int count = in.read(part);
            if (count < 0) {
                throw new EOFException("the connection ended after: " + read);
            }
            read.append(new String(part, 0, count, StandardCharsets.US_ASCII));
        }
        return read.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
