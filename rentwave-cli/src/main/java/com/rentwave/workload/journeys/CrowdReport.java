package com.rentwave.workload.journeys;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * What a crowd did.
 *
 * @param seconds how long it was there; settling in is not counted in
 * @param kinds a line for each kind of request while it was there
 * @param settling the same for what came before: registering, signing in, the first money and adverts
 * @param streams how many users listened to their notifications
 * @param told notifications that came to them by these streams
 * @param examples some errors in words
 */
public record CrowdReport(
        int users,
        double seconds,
        List<KindReport> kinds,
        List<KindReport> settling,
        int streams,
        long told,
        List<String> examples) {

    private static final ObjectMapper JSON = new ObjectMapper();

    public long requests() {
        return kinds.stream().mapToLong(KindReport::requests).sum();
    }

    public double requestsPerSecond() {
        return Math.round(requests() / seconds * 10) / 10.0;
    }

    public long refused() {
        return kinds.stream().mapToLong(KindReport::refused).sum();
    }

    /** Errors of the settling included. */
    public long errors() {
        return kinds.stream().mapToLong(KindReport::errors).sum()
                + settling.stream().mapToLong(KindReport::errors).sum();
    }

    public JsonNode json() {
        ObjectNode json = JSON.createObjectNode()
                .put("users", users)
                .put("seconds", seconds)
                .put("requests", requests())
                .put("requestsPerSecond", requestsPerSecond())
                .put("refused", refused())
                .put("errors", errors())
                .put("streams", streams)
                .put("told", told);
        json.set("kinds", JSON.valueToTree(kinds));
        json.set("settling", JSON.valueToTree(settling));
        json.set("examples", JSON.valueToTree(examples));
        return json;
    }
}
