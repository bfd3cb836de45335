package com.rentwave.legacy.room;

import com.rentwave.legacy.idempotency.Answer;
import com.rentwave.legacy.idempotency.Write;
import com.rentwave.legacy.offer.OfferQuery;
import com.rentwave.legacy.offer.OfferedJson;
import com.rentwave.legacy.user.Callers;
import com.rentwave.legacy.web.Bodies;
import com.rentwave.legacy.web.Condition;
import com.rentwave.legacy.web.Ids;
import com.rentwave.legacy.web.Page;
import com.rentwave.legacy.web.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/** The rooms API. */
@Path("/rooms")
@ApplicationScoped
public class RoomResource {

    private static final byte[] NO_BODY = {};
    private static final String ROOM = "room";

    private final Rooms rooms;
    private final RoomWrites writes;

    @Inject
    RoomResource(Rooms rooms, RoomWrites writes) {
        this.rooms = rooms;
        this.writes = writes;
    }

    public RoomResource() {
        this(null, null);
    }

    @GET
    public Response list(@Context HttpServletRequest request) {
        OfferQuery query = RoomQuery.read(new Parameters(request.getQueryString()));
        String page = Page.json(rooms.list(query), query.limit(), RoomJson::write, query::cursor);
        return new Answer(200, page, null, null).response().build();
    }

    @GET
    @Path("/{id}")
    public Response read(@PathParam("id") String id, @Context HttpServletRequest request) {
        long roomId = Ids.parse(id, ROOM);
        Room room = rooms.find(roomId).orElseThrow(() -> Ids.absent(ROOM, roomId));
        return Answer.read(request, room.etag(), () -> RoomJson.text(room))
                .response()
                .build();
    }

    @POST
    public Response add(@Context HttpServletRequest request) {
        long user = Callers.required(request);
        Optional<String> key = Write.key(request);
        byte[] body = Bodies.json(request);
        RoomDetails details = RoomFields.details(body);
        return writes.add(Write.of(request, user, key, body), details)
                .response()
                .build();
    }

    @PUT
    @Path("/{id}")
    public Response change(@PathParam("id") String id, @Context HttpServletRequest request) {
        long user = Callers.required(request);
        long roomId = Ids.parse(id, ROOM);
        Optional<String> key = Write.key(request);
        byte[] body = Bodies.json(request);
        RoomDetails details = RoomFields.details(body);
        Condition condition = Condition.required(request);
        return writes.change(Write.of(request, user, key, body), roomId, condition, details)
                .response()
                .build();
    }

    @PUT
    @Path("/{id}/availability")
    public Response offer(@PathParam("id") String id, @Context HttpServletRequest request) {
        long user = Callers.required(request);
        long roomId = Ids.parse(id, ROOM);
        Optional<String> key = Write.key(request);
        byte[] body = Bodies.json(request);
        boolean offered = OfferedJson.available(body);
        return writes.offer(Write.of(request, user, key, body), roomId, Condition.optional(request), offered)
                .response()
                .build();
    }

    @DELETE
    @Path("/{id}")
    public Response remove(@PathParam("id") String id, @Context HttpServletRequest request) {
        long user = Callers.required(request);
        long roomId = Ids.parse(id, ROOM);
        Write write = Write.of(request, user, Write.key(request), NO_BODY);
        return writes.remove(write, roomId, Condition.optional(request))
                .response()
                .build();
    }
}
