package com.rentwave.legacy.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Bodies of requests and answers as bytes. */
public final class Bodies {

    private static final int LARGEST = 65_536;
    private static final Pattern JSON = Pattern.compile(
            "application/json\\s*(;\\s*charset\\s*=\\s*(utf-8|\"utf-8\")\\s*)?", Pattern.CASE_INSENSITIVE);

    private Bodies() {}

    /** The JSON body of a request: its media type and its size are checked first, in this order. */
    public static byte[] json(HttpServletRequest request) {
        String type = PlainRequestFilter.mediaType(request);
        if (type == null || !JSON.matcher(type.strip()).matches()) {
            throw Refusal.of(Problem.UNSUPPORTED_MEDIA_TYPE, "Send the body as application/json.");
        }
        if (request.getContentLengthLong() > LARGEST) {
            throw tooLarge();
        }
        try (InputStream in = request.getInputStream()) {
            byte[] body = in.readNBytes(LARGEST + 1);
            if (body.length > LARGEST) {
                throw tooLarge();
            }
            return body;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Refusal tooLarge() {
        return Refusal.of(Problem.PAYLOAD_TOO_LARGE, "The body is larger than " + LARGEST + " bytes.");
    }
}
