package com.rentwave.facade.shadow;

import com.rentwave.facade.api.MovingApis;
import com.rentwave.facade.api.StartingServer;
import com.rentwave.sync.Side;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads over HTTP. Blocks; not for an event loop. The caller's thread does the whole of it: a client with threads of its
 * own takes more of the processor, and the copies come on top of all that users ask for.
 */
final class HttpReader implements Reader {

    private static final int CONNECT_MILLIS = 1000;
    private static final int READ_MILLIS = 3000;
    private static final String AWAIT_MILLIS = "1000";

    private final MovingApis apis;

    HttpReader(MovingApis apis) {
        this.apis = apis;
    }

    @Override
    public SideAnswer read(Side side, Read read, String position) throws IOException {
        HttpURLConnection request = (HttpURLConnection)
                URI.create(apis.uri(read.api(), side) + read.path()).toURL().openConnection();
        request.setConnectTimeout(CONNECT_MILLIS);
        request.setReadTimeout(READ_MILLIS);
        request.setInstanceFollowRedirects(false);
        request.setRequestProperty("Accept", "*/*");
        read.headers().forEach(request::setRequestProperty);
        if (!position.isEmpty()) {
            request.setRequestProperty("RentWave-Await", position);
            request.setRequestProperty("RentWave-Await-Api", read.api());
            request.setRequestProperty("RentWave-Await-Millis", AWAIT_MILLIS);
        }
        int status = request.getResponseCode();
        byte[] body = body(request, status);
        if (isOutage(request, status)) {
            throw new IOException("nothing answers for the API at the side " + side.word() + " at the moment");
        }
        return new SideAnswer(status, headers(request), body);
    }

    /** The status line comes first and is none. */
    private static Map<String, String> headers(HttpURLConnection answer) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (int i = 1; answer.getHeaderFieldKey(i) != null; i++) {
            headers.merge(answer.getHeaderFieldKey(i), answer.getHeaderField(i), (one, next) -> one + ", " + next);
        }
        return headers;
    }

    /** Read to its end, so that the connection can be used again. */
    private static byte[] body(HttpURLConnection request, int status) throws IOException {
        try (InputStream body = status < 400 ? request.getInputStream() : request.getErrorStream()) {
            return body == null ? new byte[0] : body.readAllBytes();
        }
    }

    /** A server that starts, or one that is overloaded or without its database, says nothing about the data. */
    private static boolean isOutage(HttpURLConnection answer, int status) {
        String type = answer.getContentType();
        return switch (status) {
            case 502, 503, 504 -> true;
            default -> StartingServer.answers(status, type == null ? "" : type);
        };
    }
}
