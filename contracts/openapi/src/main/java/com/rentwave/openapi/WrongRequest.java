package com.rentwave.openapi;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A request that is refused, and how: the same by whoever owns the API.
 *
 * @param path may hold {@link #THING}
 * @param caller who asks
 * @param headers sent with it
 * @param body sent with it; empty for none
 * @param status of the answer
 * @param answerHeaders the answer has at least these
 * @param answer the answer's body holds this
 */
public record WrongRequest(
        String method,
        String path,
        Caller caller,
        Map<String, String> headers,
        String body,
        int status,
        Map<String, String> answerHeaders,
        String answer) {

    /** Stands for the address of a thing that is there. */
    public static final String THING = "{thing}";

    /** Who asks. */
    public enum Caller {
        NOBODY,
        OWNER,
        SOMEBODY_ELSE
    }

    static WrongRequest of(String method, String path) {
        return new WrongRequest(method, path, Caller.NOBODY, Map.of(), "", 0, Map.of(), "");
    }

    WrongRequest by(Caller other) {
        return new WrongRequest(method, path, other, headers, body, status, answerHeaders, answer);
    }

    WrongRequest header(String name, String value) {
        return new WrongRequest(method, path, caller, with(headers, name, value), body, status, answerHeaders, answer);
    }

    WrongRequest json(String text) {
        return body("application/json", text);
    }

    WrongRequest body(String type, String text) {
        return new WrongRequest(
                method, path, caller, with(headers, "Content-Type", type), text, status, answerHeaders, answer);
    }

    WrongRequest answeredWith(int code, String part) {
        return new WrongRequest(method, path, caller, headers, body, code, answerHeaders, part);
    }

    WrongRequest answeredWithHeader(String name, String value) {
        return new WrongRequest(method, path, caller, headers, body, status, with(answerHeaders, name, value), answer);
    }

    private static Map<String, String> with(Map<String, String> map, String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(map);
        more.put(name, value);
        return more;
    }

    @Override
    public String toString() {
        return method + ' ' + path + ' ' + caller + ' ' + headers + ' '
                + body.substring(0, Math.min(body.length(), 40)) + " -> " + status + ' '
                + answer.substring(0, Math.min(answer.length(), 60));
    }
}
