package com.rentwave.workload.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What a benchmark found.
 *
 * @param name of the benchmark
 * @param settings what was asked for, in a sentence
 * @param ratios each to a peer of the same run
 * @param remarks what a reader has to know, such as a peer that is missing
 * @param problems what went wrong; a figure beside one is worth nothing
 */
public record BenchReport(
        String name,
        Instant at,
        Machine machine,
        String settings,
        List<Figure> figures,
        List<Ratio> ratios,
        List<String> remarks,
        List<String> problems) {

    public BenchReport {
        figures = List.copyOf(figures);
        ratios = List.copyOf(ratios);
        remarks = List.copyOf(remarks);
        problems = List.copyOf(problems);
    }

    /** How many times a peer's figure a subject's figure is. */
    public record Ratio(String subject, String peer, String metric, double ratio) {}

    /**
     * The ratios of one subject to each of its peers that has the figure too: the median of the ratios of each repeat, in which
     * both had the machine as it was just then. Where they were not measured equally often, the ratio of the medians.
     */
    static List<Ratio> ratios(List<Figure> figures, String subject, String metric) {
        List<Ratio> ratios = new ArrayList<>();
        figures.stream()
                .filter(figure ->
                        figure.subject().equals(subject) && figure.metric().equals(metric))
                .findFirst()
                .ifPresent(own -> figures.stream()
                        .filter(peer ->
                                peer.metric().equals(metric) && !peer.subject().equals(subject) && peer.median() > 0)
                        .forEach(peer -> ratios.add(new Ratio(subject, peer.subject(), metric, own.over(peer)))));
        return ratios;
    }

    public boolean clean() {
        return problems.isEmpty();
    }

    public ObjectNode json() {
        ObjectMapper mapper = new ObjectMapper();
        ObjectNode json = mapper.createObjectNode()
                .put("bench", name)
                .put("at", at.toString())
                .put("settings", settings);
        json.set("machine", mapper.valueToTree(machine));
        ArrayNode all = json.putArray("figures");
        for (Figure figure : figures) {
            ObjectNode one = all.addObject()
                    .put("subject", figure.subject())
                    .put("metric", figure.metric())
                    .put("unit", figure.unit())
                    .put("median", figure.median());
            one.set("runs", mapper.valueToTree(figure.runs()));
        }
        json.set("ratios", mapper.valueToTree(ratios));
        json.set("remarks", mapper.valueToTree(remarks));
        json.set("problems", mapper.valueToTree(problems));
        return json;
    }
}
