package com.rentwave.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;

/** One response object of the description, as a rule for answers. */
record ResponseRule(JsonNode response, String pointer, ApiDescription description) {

    private static final String JSON = ".*/(.*\\+)?json";

    /** @param head whether the body was not asked for */
    List<String> judge(SeenAnswer answer, boolean head) {
        List<String> wrong = new ArrayList<>();
        response.path("headers").fieldNames().forEachRemaining(name -> judgeHeader(name, answer, wrong));
        JsonNode content = response.path("content");
        if (head) {
            return wrong;
        }
        if (content.isEmpty()) {
            if (!answer.body().isEmpty()) {
                wrong.add("a body is not described");
            }
        } else if (!content.has(answer.mediaType())) {
            wrong.add("the media type \"" + answer.mediaType() + "\" is not described");
        } else if (answer.mediaType().matches(JSON)) {
            String schema = pointer + "/content/" + answer.mediaType().replace("/", "~1") + "/schema";
            wrong.addAll(description.judge(schema, answer.body()));
        }
        return wrong;
    }

    private void judgeHeader(String name, SeenAnswer answer, List<String> wrong) {
        String place = description.resolved(pointer + "/headers/" + name);
        JsonNode header = description.at(place);
        String value = answer.headers().get(name);
        if (value == null) {
            if (header.path("required").asBoolean()) {
                wrong.add("header " + name + " is missing");
            }
        } else if (header.path("schema").path("type").asText().equals("string")) {
            description
                    .judge(place + "/schema", TextNode.valueOf(value).toString())
                    .forEach(reason -> wrong.add("header " + name + reason));
        }
    }
}
