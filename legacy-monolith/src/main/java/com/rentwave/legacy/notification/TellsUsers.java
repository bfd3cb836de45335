package com.rentwave.legacy.notification;

import com.rentwave.legacy.notification.Notifications.Told;
import com.rentwave.legacy.outbox.EventHandler;
import com.rentwave.legacy.outbox.ReceivedEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Turns events into notifications. */
@ApplicationScoped
class TellsUsers implements EventHandler {

    private final Messages messages;
    private final Notifications notifications;
    private final Dispatcher dispatcher;

    @Inject
    TellsUsers(Messages messages, Notifications notifications, Dispatcher dispatcher) {
        this.messages = messages;
        this.notifications = notifications;
        this.dispatcher = dispatcher;
    }

    protected TellsUsers() {
        this(null, null, null);
    }

    @Override
    public void handle(List<ReceivedEvent> events) {
        List<Told> told = events.stream()
                .flatMap(event -> messages.of(event).stream().map(message -> new Told(event.id(), message)))
                .toList();
        if (!told.isEmpty()) {
            notifications.add(told);
        }
    }

    @Override
    public void committed() {
        dispatcher.wake();
    }
}
