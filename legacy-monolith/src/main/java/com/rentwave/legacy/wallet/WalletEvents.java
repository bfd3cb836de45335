package com.rentwave.legacy.wallet;

import com.rentwave.legacy.outbox.DomainEvent;
import com.rentwave.legacy.outbox.Outbox;
import com.rentwave.legacy.web.JsonText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Tells the world that there is more or less in somebody's wallet. */
@ApplicationScoped
class WalletEvents {

    private final Outbox outbox;

    @Inject
    WalletEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    protected WalletEvents() {
        this(null);
    }

    /** @param actor who moved the money; null when a timer did */
    void changed(Transfer transfer, Entry entry, long userId, Long actor) {
        JsonText data = new JsonText()
                .object()
                .field("transaction", transfer.id())
                .field("kind", transfer.kind().name())
                .field("amount", entry.amount())
                .field("balance", entry.balance())
                .field("currency", transfer.currency())
                .name("rentalId")
                .raw(String.valueOf(transfer.rentalId()))
                .end();
        outbox.add(DomainEvent.of("wallet.change", "wallet", userId, actor, data.toString()));
    }
}
