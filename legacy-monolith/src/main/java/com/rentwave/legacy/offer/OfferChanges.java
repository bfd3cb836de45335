package com.rentwave.legacy.offer;

import com.rentwave.legacy.web.Condition;
import com.rentwave.legacy.web.Problem;
import com.rentwave.legacy.web.Refusal;

/** Who may change what is on offer, and which state of it. */
public final class OfferChanges {

    private OfferChanges() {}

    /** Refuses a change by anybody but the owner, then one of a state that is no more. */
    public static <T extends Offered> T checked(T thing, String kind, long userId, Condition condition) {
        if (!thing.isOwnedBy(userId)) {
            throw Refusal.of(Problem.FORBIDDEN, "Only the owner may change " + kind + ' ' + thing.id() + '.');
        }
        if (!condition.holdsFor(thing.etag())) {
            throw Refusal.of(
                    Problem.PRECONDITION_FAILED,
                    Character.toUpperCase(kind.charAt(0)) + kind.substring(1) + ' ' + thing.id()
                            + " was changed in the meantime. Read it again and repeat your change.");
        }
        return thing;
    }
}
