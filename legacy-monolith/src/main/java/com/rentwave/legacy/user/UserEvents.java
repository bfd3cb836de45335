package com.rentwave.legacy.user;

import com.rentwave.legacy.outbox.DomainEvent;
import com.rentwave.legacy.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Tells the world who has come. */
@ApplicationScoped
class UserEvents {

    private final Outbox outbox;

    @Inject
    UserEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    protected UserEvents() {
        this(null);
    }

    void registered(User user) {
        outbox.add(DomainEvent.of("user.register", "user", user.id(), user.id(), "{}"));
    }
}
