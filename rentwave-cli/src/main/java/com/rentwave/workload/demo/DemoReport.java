package com.rentwave.workload.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.rentwave.workload.history.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What a demonstration showed.
 *
 * @param verdict of the checker over the clients' histories
 * @param compared rows that both databases were compared by
 * @param differences rows that differ
 * @param flips that went through
 * @param latency of the clients' writes
 * @param load how long the load lasted
 * @param failures what did not go as it must, beside the histories; each counts as an error
 */
public record DemoReport(
        Verdict verdict,
        long compared,
        List<String> differences,
        List<Flip> flips,
        WriteLatency latency,
        Duration load,
        List<String> failures) {

    public DemoReport {
        differences = List.copyOf(differences);
        flips = List.copyOf(flips);
        failures = List.copyOf(failures);
    }

    public long errors() {
        return verdict.errors() + failures.size();
    }

    /** Whether nothing at all was wrong. */
    public boolean clean() {
        return verdict.clean() && failures.isEmpty() && differences.isEmpty();
    }

    /** Requests the clients really got through each second; on a busy machine fewer than were asked for. */
    public long requestsPerSecond() {
        return verdict.requests() / Math.max(1, load.toSeconds());
    }

    public long longestHoldMs() {
        return flips.stream().mapToLong(Flip::longestHoldMs).max().orElse(0);
    }

    /** A few sentences on what was wrong; empty when nothing was. */
    public List<String> examples() {
        List<String> examples = new ArrayList<>(failures);
        examples.addAll(verdict.examples(3));
        differences.stream().limit(3).forEach(difference -> examples.add("DIFFERENCE: " + difference));
        return examples;
    }

    public JsonNode json() {
        ObjectMapper mapper = new ObjectMapper();
        ObjectNode json = mapper.createObjectNode()
                .put("errors", errors())
                .put("lost", verdict.lost())
                .put("doubled", verdict.doubled())
                .put("staleOwnReads", verdict.staleOwnReads())
                .put("differences", differences.size())
                .put("nonMonotonicReads", verdict.nonMonotonicReads())
                .put("requests", verdict.requests())
                .put("requestsPerSecond", requestsPerSecond())
                .put("unavailable", verdict.unavailable())
                .put("compared", compared)
                .put("writes", latency.writes())
                .put("writesPerSecond", latency.perSecond())
                .put("writeP50Ms", latency.p50Ms())
                .put("writeP99Ms", latency.p99Ms())
                .put("writeMaxMs", latency.maxMs())
                .put("seconds", load.toSeconds());
        json.set("flips", mapper.valueToTree(flips));
        json.set("examples", mapper.valueToTree(examples()));
        return json;
    }
}
