package com.rentwave.facade.shadow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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
    private final Map<String, Drops> drops = new ConcurrentHashMap<>();
    private final Map<String, Tally> totals = new HashMap<>();
    private final Map<String, Tally> stored = new HashMap<>();
    private Map<String, List<Finding>> examples = new HashMap<>();
    private Map<String, Long> seen = new HashMap<>();

    Findings(ShadowLog log) {
        this.log = log;
    }

    /** A read was not copied. For event loops: takes no lock. */
    void drop(String api, Drop why) {
        Drops known = drops.get(api);
        if (known == null) {
            known = drops.computeIfAbsent(api, name -> new Drops());
        }
        known.add(why);
    }

    synchronized void add(Finding finding) {
        String api = finding.api();
        totals.merge(api, Tally.NONE.and(finding.verdict().outcome()), Tally::and);
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
        Drops dropped = drops.get(api);
        Tally compared = totals.getOrDefault(api, Tally.NONE);
        return dropped == null ? compared : compared.and(dropped.tally());
    }

    /** Stores what was collected. What cannot be stored now is lost, and said so: it is evidence, not data. */
    void store() {
        Map<String, Tally> sums = new HashMap<>();
        Map<String, List<Finding>> kept;
        Map<String, Long> counts;
        synchronized (this) {
            Set<String> apis = new HashSet<>(drops.keySet());
            apis.addAll(totals.keySet());
            apis.forEach(api -> collect(api, sums));
            kept = examples;
            counts = seen;
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

    /** What came since the last time, if anything did. */
    private void collect(String api, Map<String, Tally> sums) {
        Tally now = total(api);
        Tally fresh = now.minus(stored.getOrDefault(api, Tally.NONE));
        stored.put(api, now);
        if (!fresh.equals(Tally.NONE)) {
            sums.put(api, fresh);
        }
    }
}
