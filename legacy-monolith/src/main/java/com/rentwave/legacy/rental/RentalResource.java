package com.rentwave.legacy.rental;

import com.rentwave.legacy.idempotency.Answer;
import com.rentwave.legacy.idempotency.Write;
import com.rentwave.legacy.rental.Rentals.Role;
import com.rentwave.legacy.user.Callers;
import com.rentwave.legacy.web.Bodies;
import com.rentwave.legacy.web.Cursor;
import com.rentwave.legacy.web.Ids;
import com.rentwave.legacy.web.JsonText;
import com.rentwave.legacy.web.Parameters;
import com.rentwave.legacy.web.Times;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** The rentals API; only renter and owner see a rental. */
@Path("/rentals")
@ApplicationScoped
public class RentalResource {

    private static final byte[] NO_BODY = {};
    private static final String LATEST = "latest";

    private final Rentals rentals;
    private final RentalWrites writes;
    private final Clock clock;

    @Inject
    RentalResource(Rentals rentals, RentalWrites writes, Clock clock) {
        this.rentals = rentals;
        this.writes = writes;
        this.clock = clock;
    }

    public RentalResource() {
        this(null, null, null);
    }

    @GET
    public Response list(@Context HttpServletRequest request) {
        long user = Callers.required(request);
        Parameters given = new Parameters(request.getQueryString());
        int limit = given.limit();
        Role role = given.oneOf("role", RentalResource::role, "renter, owner").orElse(Role.RENTER);
        given.check();
        long before = given.text("cursor")
                .map(text -> Cursor.parse(text, LATEST).id())
                .orElse(Long.MAX_VALUE);
        List<Rental> found = rentals.list(user, role, before, limit + 1);
        List<Rental> page = found.subList(0, Math.min(found.size(), limit));
        JsonText json = new JsonText().object().name("items").array();
        page.forEach(rental -> RentalJson.write(json, rental));
        String next =
                found.size() > limit ? new Cursor(LATEST, 0, page.get(limit - 1).id()).text() : null;
        json.end().field("nextCursor", next).end();
        return new Answer(200, json.toString(), null, null).response().build();
    }

    @GET
    @Path("/{id}")
    public Response read(@PathParam("id") String id, @Context HttpServletRequest request) {
        long user = Callers.required(request);
        long rentalId = Ids.parse(id, "rental");
        Rental rental = rentals.find(rentalId)
                .filter(found -> found.concerns(user))
                .orElseThrow(() -> Ids.absent("rental", rentalId));
        return new Answer(200, RentalJson.text(rental), null, null).response().build();
    }

    @POST
    public Response rent(@Context HttpServletRequest request) {
        long user = Callers.required(request);
        Optional<String> key = Write.key(request);
        byte[] body = Bodies.json(request);
        RentalRequest wanted = RentalRequest.read(body, Times.now(clock).toLocalDate());
        return writes.rent(Write.of(request, user, key, body), wanted)
                .response()
                .build();
    }

    @POST
    @Path("/{id}/return")
    public Response giveBack(@PathParam("id") String id, @Context HttpServletRequest request) {
        long user = Callers.required(request);
        long rentalId = Ids.parse(id, "rental");
        Write write = Write.of(request, user, Write.key(request), NO_BODY);
        return writes.giveBack(write, rentalId).response().build();
    }

    private static Optional<Role> role(String word) {
        return switch (word) {
            case "renter" -> Optional.of(Role.RENTER);
            case "owner" -> Optional.of(Role.OWNER);
            default -> Optional.empty();
        };
    }
}
