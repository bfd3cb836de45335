package com.rentwave.legacy.eventlog;

import com.rentwave.legacy.idempotency.Answer;
import com.rentwave.legacy.user.Callers;
import com.rentwave.legacy.web.Cursor;
import com.rentwave.legacy.web.Filters;
import com.rentwave.legacy.web.Page;
import com.rentwave.legacy.web.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The event log, for administrators. */
@Path("/events")
@ApplicationScoped
public class EventResource {

    private static final String LATEST = "latest";
    private static final Pattern AGGREGATE = Pattern.compile("([a-z]{1,30}):([0-9A-Za-z-]{1,60})");
    private static final List<String> TYPES = List.of(
            "user.register",
            "book.add",
            "book.update",
            "vehicle.add",
            "vehicle.update",
            "room.add",
            "room.update",
            "rent.start",
            "rent.complete",
            "rent.cancel",
            "rent.late",
            "wallet.change");

    private final EventLog log;

    @Inject
    EventResource(EventLog log) {
        this.log = log;
    }

    public EventResource() {
        this(null);
    }

    @GET
    public Response list(@Context HttpServletRequest request) {
        Callers.administrator(request);
        Parameters given = new Parameters(request.getQueryString());
        int limit = given.limit();
        Filters filters = new Filters();
        given.oneOf("type", EventResource::type, String.join(", ", TYPES))
                .ifPresent(type -> filters.where("typ_cd = ?", type));
        given.text("aggregate").ifPresent(aggregate -> {
            Matcher m = AGGREGATE.matcher(aggregate);
            if (m.matches()) {
                filters.where("agg_cd = ? AND agg_id = ?", m.group(1), m.group(2));
            } else {
                given.wrong("aggregate", "must be type:id");
            }
        });
        given.check();
        given.text("cursor")
                .ifPresent(text ->
                        filters.where("evt_no < ?", Cursor.parse(text, LATEST).id()));
        String json =
                Page.json(log.list(filters, limit + 1), limit, (text, event) -> event.write(text), event -> new Cursor(
                                LATEST, 0, event.number())
                        .text());
        return new Answer(200, json, null, null).response().build();
    }

    private static Optional<String> type(String word) {
        return TYPES.contains(word) ? Optional.of(word) : Optional.empty();
    }
}
