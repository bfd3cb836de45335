package com.rentwave.workload.history;

import java.util.ArrayList;
import java.util.List;

/**
 * Judges a history: which requests failed, which writes were lost or doubled, which reads were stale. It believes the
 * clients and nobody else: no database, no log and no word of the system under test takes part.
 *
 * <p>A write whose answer never came may have happened or not; every rule accepts both.
 */
public final class HistoryChecker {

    private static final List<Rule> RULES = List.of(
            new ErrorRule(), new RegisterRule(), new CreationRule(), new ReadRule(), new RentalRule(), new MoneyRule());

    private HistoryChecker() {}

    public static Verdict check(History history) {
        List<Finding> findings = new ArrayList<>();
        for (Rule rule : RULES) {
            rule.check(history, findings);
        }
        return new Verdict(history.operations().size(), ErrorRule.unavailable(history), findings);
    }

    /** One way in which a history can be wrong. */
    interface Rule {

        void check(History history, List<Finding> findings);
    }
}
