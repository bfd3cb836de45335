package com.rentwave.legacy.notification;

import com.rentwave.legacy.notification.Notifications.Told;
import com.rentwave.legacy.outbox.EventHandler;
import com.rentwave.legacy.outbox.ReceivedEvent;
import com.rentwave.legacy.web.LocalPositions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Turns events into notifications. */
@ApplicationScoped
class TellsUsers implements EventHandler {

    private final Messages messages;
    private final Notifications notifications;
    private final Dispatcher dispatcher;
    private final LocalPositions positions;

    @Inject
    TellsUsers(Messages messages, Notifications notifications, Dispatcher dispatcher, LocalPositions positions) {
        this.messages = messages;
        this.notifications = notifications;
        this.dispatcher = dispatcher;
        this.positions = positions;
    }

    protected TellsUsers() {
        this(null, null, null, null);
    }

    @Override
    public void handle(List<ReceivedEvent> events) {
        List<Told> told = events.stream()
                .flatMap(event -> messages.of(event).stream().map(message -> new Told(event.id(), message)))
                .toList();
        if (!told.isEmpty()) {
            // What an event tells of was committed before it came here.
            notifications.add(told, positions.all());
        }
    }

    @Override
    public void committed() {
        dispatcher.wake();
    }
}
