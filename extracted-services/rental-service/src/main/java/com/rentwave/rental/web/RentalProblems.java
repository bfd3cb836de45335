package com.rentwave.rental.web;

import com.rentwave.rental.Refused;
import com.rentwave.rental.peer.NotReachable;
import com.rentwave.rental.saga.Overtaken;
import com.rentwave.rental.saga.UnderWay;
import com.rentwave.rental.wallet.PaymentRefused;
import com.rentwave.service.web.DomainProblems;
import com.rentwave.service.web.FieldError;
import com.rentwave.service.web.Problem;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The problems that only rentals have. */
@Component
class RentalProblems implements DomainProblems {

    private static final Logger LOG = LoggerFactory.getLogger(RentalProblems.class);

    @Override
    public Optional<Problem> of(Exception thrown) {
        if (thrown instanceof Refused e) {
            return Optional.of(refused(e));
        } else if (thrown instanceof PaymentRefused e) {
            return Optional.of(Problem.of(e.name(), e.status(), e.title(), e.getMessage()));
        } else if (thrown instanceof NotReachable e) {
            LOG.warn("{} ({})", e.getMessage(), String.valueOf(e.getCause()));
            return Optional.of(Problem.unavailable(e.getMessage() + Renting.NOTHING_HAPPENED));
        } else if (thrown instanceof UnderWay e) {
            return Optional.of(Problem.unavailable(
                    e.getMessage() + " How that ends is not known yet; send the request again in a moment."));
        } else if (thrown instanceof Overtaken) {
            return Optional.of(Problem.unavailable("The wallet takes too long to answer." + Renting.NOTHING_HAPPENED));
        }
        return Optional.empty();
    }

    private static Problem refused(Refused e) {
        String sentence = e.getMessage();
        return switch (e.why()) {
            case ABSENT -> Problem.of("not-found", 404, "Not found", sentence);
            case WRONG_LENGTH -> Problem.invalidFields(List.of(new FieldError("to", sentence)));
            case OWN_ITEM -> Problem.of("own-item", 409, "Your own", sentence);
            case NOT_AVAILABLE -> Problem.of("not-available", 409, "Not available", sentence);
            case ALREADY_RENTED -> Problem.of("already-rented", 409, "Already rented", sentence);
            case TOO_LATE_TO_CANCEL -> Problem.of("too-late-to-cancel", 409, "Too late to cancel", sentence);
            case ALREADY_CANCELLED -> Problem.of("already-cancelled", 409, "Already cancelled", sentence);
        };
    }
}
