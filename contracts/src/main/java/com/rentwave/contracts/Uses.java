package com.rentwave.contracts;

import au.com.dius.pact.core.model.IRequest;
import au.com.dius.pact.core.model.IResponse;
import au.com.dius.pact.core.model.OptionalBody;
import au.com.dius.pact.core.model.SynchronousRequestResponse;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What an exchange of a pact uses of an API: each place that it sends something to or expects something at, with the value
 * there, or with none when it is enough that the place exists.
 */
final class Uses {

    private final Map<String, JsonNode> places = new LinkedHashMap<>();
    private final String operation;
    private final boolean valid;

    /** @param template the path in the description that the request belongs to */
    Uses(SynchronousRequestResponse exchange, String template) throws IOException {
        IRequest request = exchange.getRequest();
        IResponse response = exchange.getResponse();
        operation = request.getMethod().toUpperCase(Locale.ROOT) + ' ' + template;
        valid = response.getStatus() < 400;
        there(operation);
        if (valid) {
            request.getQuery()
                    .forEach((name, values) -> places.put(
                            operation + " query " + name.toLowerCase(Locale.ROOT), MissingNode.getInstance()));
            body(operation + " request $", request.getBody());
        }
        String answer = operation + ' ' + response.getStatus();
        there(answer);
        response.getHeaders()
                .forEach((name, values) -> there(answer + " header " + name.toLowerCase(Locale.ROOT)
                        + (name.equalsIgnoreCase("Content-Type")
                                ? ' ' + values.get(0).replaceAll(";.*", "")
                                : "")));
        body(answer + " $", response.getBody());
    }

    Map<String, JsonNode> places() {
        return places;
    }

    String operation() {
        return operation;
    }

    /** Whether the request is one that the API takes: what is sent on purpose to be refused proves nothing about it. */
    boolean isValid() {
        return valid;
    }

    private void there(String place) {
        places.put(place, MissingNode.getInstance());
    }

    private void body(String at, OptionalBody body) throws IOException {
        if (body.isPresent()) {
            JsonNode json = Http.JSON.readTree(body.getValue());
            walk(at, json == null ? TextNode.valueOf("") : json);
        }
    }

    private void walk(String at, JsonNode value) {
        places.put(at, value);
        if (value.isObject()) {
            value.properties().forEach(field -> walk(at + '.' + field.getKey(), field.getValue()));
        } else if (value.isArray()) {
            value.forEach(item -> walk(at + "[*]", item));
        }
    }
}
