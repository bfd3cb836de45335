package com.rentwave.system.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Set;

/** What axe finds on a page. */
final class Audit {

    private static final Set<String> SERIOUS = Set.of("serious", "critical");

    private Audit() {}

    /** Serious and critical findings, each with the element it was found on. */
    static List<String> serious(Page page) {
        return new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .filter(rule -> SERIOUS.contains(rule.getImpact()))
                        .flatMap(Audit::findings)
                        .toList();
    }

    private static java.util.stream.Stream<String> findings(Rule rule) {
        return rule.getNodes().stream()
                .map(node -> rule.getId() + ": " + node.getHtml() + ' ' + node.getFailureSummary());
    }
}
