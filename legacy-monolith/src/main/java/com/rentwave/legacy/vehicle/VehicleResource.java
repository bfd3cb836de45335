package com.rentwave.legacy.vehicle;

import com.rentwave.legacy.idempotency.Answer;
import com.rentwave.legacy.idempotency.Write;
import com.rentwave.legacy.user.Callers;
import com.rentwave.legacy.web.Bodies;
import com.rentwave.legacy.web.Ids;
import com.rentwave.legacy.web.JsonText;
import com.rentwave.legacy.web.LocalPosition;
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
import java.util.List;
import java.util.Optional;

/**
 * The vehicles API. Not transactional: when an answer is made, its write is committed, and the position it carries is read
 * after that.
 */
@Path("/vehicles")
@ApplicationScoped
public class VehicleResource {

    private static final byte[] NO_BODY = {};

    private final Vehicles vehicles;
    private final VehicleWrites writes;
    private final LocalPosition position;

    @Inject
    VehicleResource(Vehicles vehicles, VehicleWrites writes, LocalPosition position) {
        this.vehicles = vehicles;
        this.writes = writes;
        this.position = position;
    }

    public VehicleResource() {
        this(null, null, null);
    }

    @GET
    public Response list(@Context HttpServletRequest request) {
        VehicleQuery query = new VehicleQuery(new Parameters(request.getQueryString()));
        List<Vehicle> found = vehicles.list(query);
        List<Vehicle> page = found.subList(0, Math.min(found.size(), query.limit()));
        JsonText json = new JsonText().object().name("items").array();
        page.forEach(vehicle -> VehicleJson.write(json, vehicle));
        json.end()
                .field("nextCursor", found.size() > page.size() ? query.cursor(page.get(page.size() - 1)) : null)
                .end();
        return positioned(new Answer(200, json.toString(), null, null));
    }

    @GET
    @Path("/{id}")
    public Response read(@PathParam("id") String id, @Context HttpServletRequest request) {
        long vehicleId = Ids.parse(id, "vehicle");
        Vehicle vehicle = vehicles.find(vehicleId).orElseThrow(() -> Ids.absent("vehicle", vehicleId));
        return positioned(
                Condition.known(request).holdsFor(vehicle.etag())
                        ? new Answer(304, null, vehicle.etag(), null)
                        : new Answer(200, VehicleJson.text(vehicle), vehicle.etag(), null));
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
        boolean offered = VehicleFields.available(body);
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
        return answer.response()
                .header("RentWave-Position", position.current().toString())
                .build();
    }
}
