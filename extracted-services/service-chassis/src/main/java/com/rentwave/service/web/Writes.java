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

    private static Answer again(KeptAnswer before, WriteRequest request) {
        if (!before.requestHash().equals(request.hash())) {
            throw new Refusal(Problem.keyReused());
        }
        return Answer.again(before);
    }
}
