package com.rentwave.facade.shadow;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** Finds where two JSON documents differ: places, and values as far as they may be shown. */
final class JsonDifferences {

    private static final int MOST = 20;

    private final Masking masking;
    private final List<String> lines = new ArrayList<>();
    private String cause;

    JsonDifferences(Masking masking) {
        this.masking = masking;
    }

    void compare(JsonNode legacy, JsonNode service) {
        compare("", "", legacy, service);
    }

    List<String> lines() {
        return lines;
    }

    /** The kind of the first difference: its place without numbers and without names that users made up. */
    String cause() {
        return cause;
    }

    private void compare(String place, String field, JsonNode legacy, JsonNode service) {
        if (lines.size() >= MOST || legacy.equals(service)) {
            return;
        }
        if (legacy.isObject() && service.isObject()) {
            Set<String> names = new LinkedHashSet<>(legacy.propertyNames());
            names.addAll(service.propertyNames());
            for (String name : names) {
                String shown = masking.name(name);
                String there = place.isEmpty() ? shown : place + "." + shown;
                compare(there, name, legacy.path(name), service.path(name));
            }
        } else if (legacy.isArray() && service.isArray()) {
            arrays(place, field, legacy, service);
        } else {
            add(place.isEmpty() ? "whole" : place, value(field, legacy), value(field, service));
        }
    }

    private void arrays(String place, String field, JsonNode legacy, JsonNode service) {
        List<JsonNode> ours = elements(legacy);
        List<JsonNode> theirs = elements(service);
        if (ours.size() != theirs.size()) {
            add("number of " + place, Integer.toString(ours.size()), Integer.toString(theirs.size()));
        } else if (ours.containsAll(theirs) && theirs.containsAll(ours)) {
            add("order of " + place, ids(ours), ids(theirs));
        } else {
            for (int i = 0; i < ours.size(); i++) {
                compare(place + "[" + i + "]", field, ours.get(i), theirs.get(i));
            }
        }
    }

    private void add(String place, String legacy, String service) {
        if (cause == null) {
            cause = place.replaceAll("\\[\\d+]", "[]").replaceAll("‹[^›]*›", "‹›");
        }
        lines.add(place + ": legacy " + legacy + ", service " + service);
    }

    private static List<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    private static String ids(List<JsonNode> elements) {
        return elements.stream()
                .limit(MOST)
                .map(element -> element.path("id").asString("?"))
                .toList()
                .toString();
    }

    private String value(String field, JsonNode node) {
        if (node.isMissingNode()) {
            return "nothing";
        }
        if (node.isString()) {
            return masking.text(field, node.asString());
        }
        return node.isContainer() ? "a structure of " + node.size() : node.toString();
    }
}
