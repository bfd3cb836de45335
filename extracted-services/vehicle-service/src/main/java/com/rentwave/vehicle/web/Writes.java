package com.rentwave.vehicle.web;

import com.rentwave.vehicle.ChangedMeanwhile;
import com.rentwave.vehicle.NoSuchVehicle;
import com.rentwave.vehicle.NotYours;
import com.rentwave.vehicle.store.KeptAnswer;
import com.rentwave.vehicle.store.KeptAnswers;
import com.rentwave.vehicle.store.KeptAnswers.KeyTaken;
import com.rentwave.vehicle.store.Ownership;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Runs a change exactly once per idempotency key: ownership, then the key, then the change, then the kept answer, in one
 * transaction. Of two requests with one key at the same time the second one waits for the first and gets its answer.
 */
@Component
class Writes {

    private final Ownership ownership;
    private final KeptAnswers kept;

    Writes(Ownership ownership, KeptAnswers kept) {
        this.ownership = ownership;
        this.kept = kept;
    }

    /** @return the answer, after COMMIT */
    Answer run(WriteRequest request, Supplier<Answer> change) {
        if (request.key().isEmpty()) {
            return ownership.write(change);
        }
        String key = request.key().get();
        try {
            return ownership.write(() -> once(request, key, change));
        } catch (KeyTaken e) {
            return ownership.write(() -> once(request, key, change));
        }
    }

    private Answer once(WriteRequest request, String key, Supplier<Answer> change) {
        Optional<Answer> before = before(request, key);
        if (before.isPresent()) {
            return before.get();
        }
        Answer answer;
        try {
            answer = change.get();
        } catch (NoSuchVehicle | NotYours | ChangedMeanwhile refused) {
            // It may have waited for the vehicle's lock while the first request with this key was changing it.
            return before(request, key).orElseThrow(() -> refused);
        }
        kept.keep(request.user().id(), key, answer.keep(request.hash()));
        return answer;
    }

    private Optional<Answer> before(WriteRequest request, String key) {
        Optional<KeptAnswer> found = kept.find(request.user().id(), key);
        if (found.isPresent() && !found.get().requestHash().equals(request.hash())) {
            throw new Refusal(Problem.keyReused());
        }
        return found.map(Answer::again);
    }
}
