package com.rentwave.facade.canary;

import java.util.Optional;

/** How the users of a canary fare, as far as this facade has seen. */
public interface CanaryEvidence {

    /** What the API's canary breaks at the moment; empty when nothing is broken, or too little is known. */
    Optional<String> breach(String api);

    /** Why it is too early to say that all is well; empty when it is not. */
    Optional<String> ignorance(String api);
}
