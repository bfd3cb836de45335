package com.rentwave.workload.journeys;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
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

    /** One line. */
    public String json() {
        try {
            return JSON.writeValueAsString(JSON.createObjectNode()
                    .put("users", users)
                    .put("seconds", seconds)
                    .put("requests", requests())
                    .put("requestsPerSecond", requestsPerSecond())
                    .put("refused", refused())
                    .put("errors", errors())
                    .put("streams", streams)
                    .put("told", told)
                    .<com.fasterxml.jackson.databind.node.ObjectNode>set("kinds", JSON.valueToTree(kinds))
                    .<com.fasterxml.jackson.databind.node.ObjectNode>set("settling", JSON.valueToTree(settling))
                    .set("examples", JSON.valueToTree(examples)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
