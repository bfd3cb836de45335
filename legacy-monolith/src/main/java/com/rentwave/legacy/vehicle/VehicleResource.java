package com.rentwave.legacy.vehicle;

import com.rentwave.legacy.idempotency.Answer;
import com.rentwave.legacy.idempotency.Write;
import com.rentwave.legacy.offer.OfferQuery;
import com.rentwave.legacy.offer.OfferedJson;
import com.rentwave.legacy.user.Callers;
import com.rentwave.legacy.web.Bodies;
import com.rentwave.legacy.web.Condition;
import com.rentwave.legacy.web.Ids;
import com.rentwave.legacy.web.LocalPositions;
import com.rentwave.legacy.web.Page;
import com.rentwave.legacy.web.Parameters;
import com.rentwave.legacy.web.Refusal;
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

/**
 * The vehicles API. Not transactional: when an answer is made, its write is committed, and the position it carries is read
 * after that.
 */
@Path("/vehicles")
@ApplicationScoped
public class VehicleResource {

    private static final String POSITION = "RentWave-Position";
    private static final byte[] NO_BODY = {};

    private final Vehicles vehicles;
    private final VehicleWrites writes;
    private final LocalPositions positions;

    @Inject
    VehicleResource(Vehicles vehicles, VehicleWrites writes, LocalPositions positions) {
        this.vehicles = vehicles;
        this.writes = writes;
        this.positions = positions;
    }

    public VehicleResource() {
        this(null, null, null);
    }

    @GET
    public Response list(@Context HttpServletRequest request) {
        OfferQuery query = VehicleQuery.read(new Parameters(request.getQueryString()));
        String page = Page.json(vehicles.list(query), query.limit(), VehicleJson::write, query::cursor);
        return positioned(new Answer(200, page, null, null));
    }

    @GET
    @Path("/{id}")
    public Response read(@PathParam("id") String id, @Context HttpServletRequest request) {
        long vehicleId = Ids.parse(id, "vehicle");
        Vehicle vehicle = vehicles.find(vehicleId).orElseThrow(() -> absent(vehicleId));
        return positioned(Answer.read(request, vehicle.etag(), () -> VehicleJson.text(vehicle)));
    }

    @POST
    public Response add(@Context HttpServletRequest request) {
        long user = Callers.required(request);
        Optional<String> key = Write.key(request);
        byte[] body = Bodies.json(request);
        VehicleDetails details = VehicleFields.details(body);
        return positioned(writes.add(Write.of(request, user, key, body), details));
    }

    @PUT
    @Path("/{id}")
    public Response change(@PathParam("id") String id, @Context HttpServletRequest request) {
        long user = Callers.required(request);
        long vehicleId = Ids.parse(id, "vehicle");
        Optional<String> key = Write.key(request);
        byte[] body = Bodies.json(request);
        VehicleDetails details = VehicleFields.details(body);
        Condition condition = Condition.required(request);
        return positioned(writes.change(Write.of(request, user, key, body), vehicleId, condition, details));
    }

    @PUT
    @Path("/{id}/availability")
    public Response offer(@PathParam("id") String id, @Context HttpServletRequest request) {
        long user = Callers.required(request);
        long vehicleId = Ids.parse(id, "vehicle");
        Optional<String> key = Write.key(request);
        byte[] body = Bodies.json(request);
        boolean offered = OfferedJson.available(body);
        Condition condition = Condition.optional(request);
        return positioned(writes.offer(Write.of(request, user, key, body), vehicleId, condition, offered));
    }

    @DELETE
    @Path("/{id}")
    public Response remove(@PathParam("id") String id, @Context HttpServletRequest request) {
        long user = Callers.required(request);
        long vehicleId = Ids.parse(id, "vehicle");
        Write write = Write.of(request, user, Write.key(request), NO_BODY);
        return positioned(writes.remove(write, vehicleId, Condition.optional(request)));
    }

    private Response positioned(Answer answer) {
        return answer.response().header(POSITION, position()).build();
    }

    /** Whoever has seen that a vehicle is gone does not see it again at a side that lags. */
    private Refusal absent(long id) {
        return Ids.absent("vehicle", id).with(POSITION, position());
    }

    private String position() {
        return positions.current(LocalPositions.VEHICLES).toString();
    }
}
