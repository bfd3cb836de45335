package com.rentwave.service.web;

import com.rentwave.service.session.BearerTokens;
import com.rentwave.service.store.KeptAnswer;
import com.rentwave.service.store.KeptAnswers;
import com.rentwave.service.store.Ownership;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Goes through a few requests after the start, so that the first writes after a cutover, which users wait for, do not also
 * wait for classes to be loaded. Whatever it writes is rolled back, or refused by the guard as long as the other side owns.
 */
@Component
class WarmUp {

    private static final Logger LOG = LoggerFactory.getLogger(WarmUp.class);
    private static final int TIMES = 5;

    /** {"alg":"ES256","kid":"rehearsal"}.{} with a signature of zeros: makes the keys be fetched, and is refused. */
    private static final String TOKEN = "Bearer eyJhbGciOiJFUzI1NiIsImtpZCI6InJlaGVhcnNhbCJ9.e30." + "A".repeat(86);

    private final WarmUpWork work;
    private final Ownership ownership;
    private final KeptAnswers kept;
    private final BearerTokens tokens;
    private final ReachedPositions positions;

    WarmUp(WarmUpWork work, Ownership ownership, KeptAnswers kept, BearerTokens tokens, ReachedPositions positions) {
        this.work = work;
        this.ownership = ownership;
        this.kept = kept;
        this.tokens = tokens;
        this.positions = positions;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        Thread thread = new Thread(this::run, "warm-up");
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        try {
            for (int i = 0; i < TIMES; i++) {
                once();
            }
            work.last();
        } catch (RuntimeException e) {
            LOG.info("the warm-up ended early: {}", e.toString());
        }
    }

    private void once() {
        tokens.check(TOKEN);
        work.once();
        ownership.rehearse(() -> kept.keep(0, "rehearsal", new KeptAnswer("", 200, null, null, null)));
        positions.afterRead(Answer.of(200, null, null, null));
    }
}
