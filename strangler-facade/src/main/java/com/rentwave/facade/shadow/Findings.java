package com.rentwave.facade.shadow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Collects what comparisons find, so that it is stored in few strokes. Never takes much room. */
@Component
class Findings {

    private static final Logger LOG = LoggerFactory.getLogger(Findings.class);
    private static final int MOST_CAUSES = 100;
    private static final int MOST_EXAMPLES = 5;

    private final ShadowLog log;
    private Map<String, Tally> tallies = new HashMap<>();
    private final Map<String, Tally> totals = new HashMap<>();
    private Map<String, List<Finding>> examples = new HashMap<>();
    private Map<String, Long> seen = new HashMap<>();

    Findings(ShadowLog log) {
        this.log = log;
    }

    synchronized void add(Finding finding) {
        String api = finding.api();
        totals.merge(api, Tally.NONE.and(finding.verdict().outcome()), Tally::and);
        tallies.merge(api, Tally.NONE.and(finding.verdict().outcome()), Tally::and);
        if (finding.verdict().difference() == null || seen.size() >= MOST_CAUSES) {
            return;
        }
        String cause = api + ' ' + finding.verdict().difference().cause();
        seen.merge(cause, 1L, Long::sum);
        List<Finding> some = examples.computeIfAbsent(cause, name -> new ArrayList<>());
        if (some.size() < MOST_EXAMPLES) {
            some.add(finding);
        }
    }

    synchronized Tally total(String api) {
        return totals.getOrDefault(api, Tally.NONE);
    }

    /** Stores what was collected. What cannot be stored now is lost, and said so: it is evidence, not data. */
    void store() {
        Map<String, Tally> sums;
        Map<String, List<Finding>> kept;
        Map<String, Long> counts;
        synchronized (this) {
            sums = tallies;
            kept = examples;
            counts = seen;
            tallies = new HashMap<>();
            examples = new HashMap<>();
            seen = new HashMap<>();
        }
        try {
            kept.forEach((name, some) -> log.add(
                    some.get(0).api(), some.get(0).verdict().difference().cause(), counts.get(name), some));
            sums.forEach(log::add);
        } catch (DataAccessException e) {
            LOG.warn("shadow: what {} comparisons found could not be stored: {}", sums.keySet(), e.getMessage());
        }
    }
}
