package com.rentwave.workload.bench;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Requests that take turns: GETs of one address that differ in their headers, as those of several people do.
 *
 * @param headers by name, of each; Host is added
 */
record Requests(List<Map<String, String>> headers) {

    /** A request without anything that could be left out. */
    static final Requests PLAIN = new Requests(List.of(Map.of("Accept", "application/json")));

    Requests {
        headers = List.copyOf(headers);
    }

    /** As they are sent. */
    List<byte[]> raw(URI uri) {
        return headers.stream()
                .map(one -> "GET " + uri.getRawPath() + " HTTP/1.1\r\nHost: " + uri.getAuthority() + "\r\n"
                        + one.entrySet().stream()
                                .map(header -> header.getKey() + ": " + header.getValue() + "\r\n")
                                .collect(Collectors.joining())
                        + "\r\n")
                .map(request -> request.getBytes(StandardCharsets.US_ASCII))
                .toList();
    }

    /** As a script for wrk: the requests are put together once, each thread takes them in turn. */
    String script() {
        if (headers.size() == 1) {
            return headers.get(0).entrySet().stream()
                    .map(header -> "wrk.headers[" + quoted(header.getKey()) + "] = " + quoted(header.getValue()) + "\n")
                    .collect(Collectors.joining());
        }
        String tables = headers.stream()
                .map(one -> one.entrySet().stream()
                        .map(header -> "[" + quoted(header.getKey()) + "]=" + quoted(header.getValue()))
                        .collect(Collectors.joining(", ", "{", "}")))
                .collect(Collectors.joining(",\n  "));
        return """
                local headers = {
                  %s
                }
                local requests = {}
                local turn = 0
                init = function()
                  for i, one in ipairs(headers) do requests[i] = wrk.format(nil, nil, one) end
                end
                request = function()
                  turn = turn %% #requests + 1
                  return requests[turn]
                end
                """.formatted(tables);
    }

    /** Header values have no line breaks. */
    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
