package com.rentwave.service.web;

import com.rentwave.service.store.KeptAnswer;
import com.rentwave.service.store.KeptAnswers;
import com.rentwave.service.store.Ownership;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Runs a change exactly once per idempotency key: ownership, then the key, then the change, then the kept answer, in one
 * transaction. Of two requests with one key at the same time the second one waits for the first and gets its answer.
 */
@Component
public class Writes {

    private final Ownership ownership;
    private final KeptAnswers kept;

    Writes(Ownership ownership, KeptAnswers kept) {
        this.ownership = ownership;
        this.kept = kept;
    }

    /** @return the answer, after COMMIT */
    public Answer run(WriteRequest request, Supplier<Answer> change) {
        if (request.key().isEmpty()) {
            return ownership.write(change);
        }
        String key = request.key().get();
        long userId = request.user().id();
        return ownership.write(kept.lockOf(userId, key), () -> {
            Optional<KeptAnswer> before = kept.find(userId, key);
            if (before.isPresent()) {
                return again(before.get(), request);
            }
            Answer answer = change.get();
            kept.keep(userId, key, answer.keep(request.hash()));
            return answer;
        });
    }

    /**
     * Runs a step of a change that takes several transactions, unless the request was answered already: ownership, then the
     * key, then the step. The last step is a {@link #run}; before that nothing is kept under the key.
     *
     * @return the kept answer, or empty when the step was run; after COMMIT
     */
    public Optional<Answer> unlessAnswered(WriteRequest request, Runnable step) {
        String key = request.key().orElse(null);
        long userId = request.user().id();
        return ownership.write(key == null ? null : kept.lockOf(userId, key), () -> {
            Optional<Answer> before =
                    request.key().flatMap(given -> kept.find(userId, given)).map(found -> again(found, request));
            if (before.isEmpty()) {
                step.run();
            }
            return before;
        });
    }

    private static Answer again(KeptAnswer before, WriteRequest request) {
        if (!before.requestHash().equals(request.hash())) {
            throw new Refusal(Problem.keyReused());
        }
        return Answer.again(before);
    }
}
