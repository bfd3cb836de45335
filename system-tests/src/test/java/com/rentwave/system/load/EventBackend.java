package com.rentwave.system.load;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Stands behind the facade in place of the monolith: answers every request, and keeps streams of events open. */
final class EventBackend implements AutoCloseable {

    private static final String STREAM = "GET /api/notifications/stream ";
    private static final byte[] ANSWER =
            ascii("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 11\r\n\r\n{\"keys\":[]}");
    private static final byte[] STREAM_HEAD =
            ascii("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n");
    private static final long STACK_BYTES = 160 * 1024;

    private final ServerSocket server;
    private final List<OutputStream> readers = new CopyOnWriteArrayList<>();

    EventBackend(int port) throws IOException {
        server = new ServerSocket(port, 1024, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
        start("backend", this::accept);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static void start(String name, Runnable work) {
        Thread thread = new Thread(null, work, name, STACK_BYTES);
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = server.accept();
                start("backend-connection", () -> serve(socket));
            }
        } catch (IOException closed) {
            // the test has ended
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(socket.getInputStream(), 1024);
            OutputStream out = socket.getOutputStream();
            for (String head = head(in); head != null; head = head(in)) {
                if (head.startsWith(STREAM)) {
                    out.write(STREAM_HEAD);
                    readers.add(out);
                } else {
                    out.write(ANSWER);
                }
            }
        } catch (IOException facadeLeft) {
            // nobody reads any more
        }
    }

    /** A request without a body up to its empty line; null when there is none any more. */
    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        for (int read = in.read(); read >= 0; read = in.read()) {
            head.append((char) read);
            if (read == '\n' && head.indexOf("\r\n\r\n", Math.max(0, head.length() - 4)) >= 0) {
                return head.toString();
            }
        }
        return null;
    }

    /** How many streams are open. */
    int streams() {
        return readers.size();
    }

    /** Sends an event to all who listen. */
    void tell(String event) throws IOException {
        String data = "data: " + event + "\n\n";
        byte[] chunk = ascii(Integer.toHexString(data.length()) + "\r\n" + data + "\r\n");
        for (OutputStream reader : readers) {
            reader.write(chunk);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
