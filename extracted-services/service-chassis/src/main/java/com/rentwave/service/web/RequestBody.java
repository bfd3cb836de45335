package com.rentwave.service.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The body of a request: its bytes as they came, and what they say when they are one JSON object in strict UTF-8 without
 * duplicate names.
 */
public final class RequestBody {

    /** The largest body that is read. */
    public static final int MAX_BYTES = 65_536;

    private static final Pattern JSON_TYPE =
            Pattern.compile("(?i)\\s*application/json\\s*(;\\s*charset\\s*=\\s*(utf-8|\"utf-8\")\\s*)?");

    // Bodies are small, so the only limits are the size and a depth that the stack can bear.
    private static final JsonMapper STRICT = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(500)
                            .maxNumberLength(MAX_BYTES)
                            .maxNameLength(MAX_BYTES)
                            .maxStringLength(MAX_BYTES)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final byte[] bytes;

    private RequestBody(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Reads it after its declared type and size, in this order. */
    public static RequestBody of(HttpServletRequest request) throws IOException {
        String type = request.getContentType();
        if (type == null || !JSON_TYPE.matcher(type).matches()) {
            throw new Refusal(Problem.unsupportedMediaType());
        }
        if (request.getContentLengthLong() > MAX_BYTES) {
            throw new Refusal(Problem.bodyTooLarge());
        }
        byte[] bytes = request.getInputStream().readNBytes(MAX_BYTES + 1);
        if (bytes.length > MAX_BYTES) {
            throw new Refusal(Problem.bodyTooLarge());
        }
        return new RequestBody(bytes);
    }

    public static RequestBody of(byte[] bytes) {
        return new RequestBody(bytes);
    }

    public static RequestBody none() {
        return new RequestBody(new byte[0]);
    }

    public byte[] bytes() {
        return bytes;
    }

    public JsonNode object() {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            JsonNode node = STRICT.readTree(text);
            if (node.isObject()) {
                return node;
            }
        } catch (CharacterCodingException | JacksonException e) {
            // Told below: the caller learns that it is not valid, not where.
        }
        throw new Refusal(Problem.invalidJson());
    }
}
