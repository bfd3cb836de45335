package com.rentwave.legacy.notification;

import com.rentwave.legacy.idempotency.Answer;
import com.rentwave.legacy.idempotency.Scope;
import com.rentwave.legacy.idempotency.Write;
import com.rentwave.legacy.idempotency.Writes;
import com.rentwave.legacy.user.Callers;
import com.rentwave.legacy.web.Cursor;
import com.rentwave.legacy.web.Ids;
import com.rentwave.legacy.web.JsonText;
import com.rentwave.legacy.web.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.List;

/** What the signed-in user was told. */
@Path("/notifications")
@ApplicationScoped
public class NotificationResource {

    private static final String LATEST = "latest";
    private static final byte[] NO_BODY = {};

    /** Where what was told can be read; the facade turns it into what its client brings along. */
    private static final String POSITIONS = "RentWave-Positions";

    private final Notifications notifications;
    private final Dispatcher dispatcher;
    private final Writes writes;

    @Inject
    NotificationResource(Notifications notifications, Dispatcher dispatcher, Writes writes) {
        this.notifications = notifications;
        this.dispatcher = dispatcher;
        this.writes = writes;
    }

    public NotificationResource() {
        this(null, null, null);
    }

    @GET
    public Response list(@Context HttpServletRequest request) {
        long user = Callers.required(request);
        Parameters given = new Parameters(request.getQueryString());
        int limit = given.limit();
        boolean unreadOnly = given.flag("unread").orElse(false);
        given.check();
        long before = given.text("cursor")
                .map(text -> Cursor.parse(text, LATEST).id())
                .orElse(Long.MAX_VALUE);
        List<Notification> found = notifications.list(user, unreadOnly, before, limit + 1);
        List<Notification> page = found.subList(0, Math.min(found.size(), limit));
        JsonText json = new JsonText().object().name("items").array();
        page.forEach(notification -> notification.write(json));
        String next =
                found.size() > limit ? new Cursor(LATEST, 0, page.get(limit - 1).id()).text() : null;
        json.end()
                .field("nextCursor", next)
                .field("unread", notifications.unread(user))
                .end();
        ResponseBuilder answer = new Answer(200, json.toString(), null, null).response();
        // The newest one's are at or behind those of all others.
        page.stream().findFirst().map(Notification::positions).ifPresent(told -> answer.header(POSITIONS, told));
        return answer.build();
    }

    @POST
    @Path("/{id}/read")
    public Response read(@PathParam("id") String id, @Context HttpServletRequest request) {
        long user = Callers.required(request);
        long notificationId = Ids.parse(id, "notification");
        Write write = Write.of(request, user, Write.key(request), NO_BODY);
        return writes.once(Scope.LEGACY, write, () -> {
                    notifications.read(user, notificationId);
                    return notifications
                            .find(user, notificationId)
                            .map(notification -> new Answer(200, notification.json(), null, null))
                            .orElseThrow(() -> Ids.absent("notification", notificationId));
                })
                .response()
                .build();
    }

    /** New notifications as they come; a client that comes back is told what it missed. */
    @GET
    @Path("/stream")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public void stream(@Context HttpServletRequest request, @Context Sse sse, @Context SseEventSink sink) {
        SseListener listener = new SseListener(Callers.required(request), lastSeen(request), sse, sink);
        listener.open();
        dispatcher.join(listener);
    }

    private static long lastSeen(HttpServletRequest request) {
        String last = request.getHeader("Last-Event-ID");
        return last != null && last.matches("[1-9]\\d{0,17}") ? Long.parseLong(last) : 0;
    }
}
