package com.rentwave.facade.shadow;

import com.rentwave.facade.shadow.Verdict.Outcome;
import com.rentwave.sync.Side;
import java.io.IOException;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Finds out whether both sides answer a read alike, at the same position of the data. Data moves while one asks: when the
 * answers differ, the owner is asked, then the copy at the owner's position, then the owner again. Only when the owner
 * says the same twice and the copy says something else in between do the sides really differ.
 */
@Component
class Examiner {

    private static final String POSITION = "rentwave-position";
    private static final int ROUNDS = 4;
    private static final long PAUSE_MILLIS = 100;

    private final Reader reader;
    private final Comparison comparison;

    Examiner(Reader reader, Comparison comparison) {
        this.reader = reader;
        this.comparison = comparison;
    }

    /** Compares what a user was answered by one side with the other side's answer. */
    Verdict examine(Read read, Side answeredBy, SideAnswer seen) throws InterruptedException {
        try {
            String position = answeredBy == Side.LEGACY ? seen.header(POSITION) : "";
            SideAnswer other = reader.read(answeredBy.other(), read, position);
            boolean agree = answeredBy == Side.LEGACY
                    ? comparison.of(seen, other).isEmpty()
                    : comparison.of(other, seen).isEmpty();
            return agree ? Verdict.of(Outcome.MATCHED) : examine(read);
        } catch (IOException e) {
            return Verdict.of(Outcome.UNANSWERED);
        }
    }

    /** Asks both sides. */
    Verdict examine(Read read) throws InterruptedException {
        SideAnswer before = null;
        try {
            for (int round = 0; round < ROUNDS; round++) {
                Thread.sleep(round * PAUSE_MILLIS);
                before = reader.read(Side.LEGACY, read, "");
                SideAnswer copy = reader.read(Side.SERVICE, read, before.header(POSITION));
                if (copy.isBehind()) {
                    return Verdict.of(Outcome.BEHIND, before);
                }
                Optional<Difference> difference = comparison.of(before, copy);
                if (difference.isEmpty()) {
                    return Verdict.of(Outcome.MATCHED, before);
                }
                SideAnswer after = reader.read(Side.LEGACY, read, "");
                boolean positioned = !before.header(POSITION).isEmpty();
                if (comparison.of(before, after).isEmpty() && (positioned || round == ROUNDS - 1)) {
                    return Verdict.mismatch(difference.get(), after);
                }
            }
            return Verdict.of(Outcome.UNSTABLE, before);
        } catch (IOException e) {
            return Verdict.of(Outcome.UNANSWERED, before);
        }
    }
}
