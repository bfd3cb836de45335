package com.rentwave.legacy.page;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;

/**
 * One file as it is sent, plain and compressed.
 *
 * @param tag what an ETag is made of; the same only for the same bytes
 */
record PageFile(String type, byte[] plain, byte[] compressed, String tag) {

    private static final int DIGITS = 16;

    static PageFile of(String name, byte[] bytes) {
        byte[] digest = Digests.sha256().digest(bytes);
        return new PageFile(
                type(name), bytes, gzip(bytes), HexFormat.of().formatHex(digest).substring(0, DIGITS));
    }

    private static String type(String name) {
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "html" -> "text/html; charset=utf-8";
            case "css" -> "text/css; charset=utf-8";
            case "js" -> "text/javascript; charset=utf-8";
            case "svg" -> "image/svg+xml";
            case "webmanifest" -> "application/manifest+json";
            default -> throw new IllegalArgumentException("No page is made of " + name);
        };
    }

    private static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
