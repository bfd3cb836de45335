package com.rentwave.workload.journeys;

import com.rentwave.workload.api.Answer;
import java.util.Set;

/** What users do, and which refusals are part of life: somebody else was faster, or has taken a thing away. */
enum Kind {
    REGISTER("register"),
    LOGIN("login"),
    PROFILE("profile"),
    SEARCH("search"),
    LIST("list"),
    DETAIL("detail", "not-found"),
    CALENDAR("calendar", "not-found"),
    ADVERTISE("advertise", "already-exists"),
    TOP_UP("top up"),
    RENT("rent", "already-rented", "not-available", "own-item", "insufficient-funds", "balance-negative", "not-found"),
    RETURN("return"),
    CANCEL("cancel", "too-late-to-cancel"),
    RENTALS("my rentals"),
    WALLET("wallet"),
    NOTIFICATIONS("notifications"),
    READ("mark as read"),
    STREAM("stream");

    final String text;
    private final Set<String> refusals;

    Kind(String text, String... refusals) {
        this.text = text;
        this.refusals = Set.of(refusals);
    }

    Outcome outcome(Answer answer) {
        if (answer.successful() || answer.status() == 304) {
            return Outcome.DONE;
        }
        return answer.status() < 500 && refusals.contains(answer.problem()) ? Outcome.REFUSED : Outcome.ERROR;
    }
}
