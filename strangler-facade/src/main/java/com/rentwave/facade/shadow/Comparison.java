package com.rentwave.facade.shadow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Compares two answers to one read: status, headers, and the body byte for byte. */
@Component
class Comparison {

    private final List<String> headers;
    private final Masking masking;
    private final JsonMapper json = new JsonMapper();

    Comparison(ShadowSettings settings) {
        this.headers = settings.headers();
        this.masking = new Masking(settings.plainFields());
    }

    /** Empty when the answers agree. */
    Optional<Difference> of(SideAnswer legacy, SideAnswer service) {
        if (legacy.status() != service.status()) {
            return Optional.of(new Difference(
                    "status " + legacy.status() + " → " + service.status(),
                    List.of("status: legacy " + legacy.status() + ", service " + service.status())));
        }
        List<String> causes = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        if (!Arrays.equals(legacy.body(), service.body())) {
            body(legacy, service, causes, lines);
        }
        for (String name : headers) {
            String ours = legacy.header(name);
            String theirs = service.header(name);
            if (!ours.equals(theirs)) {
                causes.add("header " + name);
                lines.add("header " + name + ": legacy " + shown(ours) + ", service " + shown(theirs));
            }
        }
        return causes.isEmpty() ? Optional.empty() : Optional.of(new Difference(causes.get(0), lines));
    }

    /** What may be shown of a read's path. */
    String path(Read read) {
        return masking.path(read.path());
    }

    private static String shown(String value) {
        return value.isEmpty() ? "nothing" : value;
    }

    private void body(SideAnswer legacy, SideAnswer service, List<String> causes, List<String> lines) {
        try {
            JsonNode ours = json.readTree(legacy.body());
            JsonNode theirs = json.readTree(service.body());
            String prefix = legacy.header("content-type").contains("problem+json") ? "error body " : "body ";
            JsonDifferences found = new JsonDifferences(masking);
            found.compare(ours, theirs);
            if (found.lines().isEmpty()) {
                causes.add("bytes of the body");
                lines.add("the JSON is the same, but not its bytes: order of members, blanks or escapes");
            } else {
                causes.add(prefix + found.cause());
                lines.addAll(found.lines());
            }
        } catch (JacksonException e) {
            causes.add("bytes of the body");
            lines.add("body: legacy " + legacy.body().length + " bytes, service " + service.body().length
                    + " bytes, and not both are JSON");
        }
    }
}
