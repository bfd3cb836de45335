package com.rentwave.legacy.rental;

import com.rentwave.legacy.clock.BusinessClock;
import com.rentwave.legacy.idempotency.Answer;
import com.rentwave.legacy.idempotency.Write;
import com.rentwave.legacy.rental.Rentals.Role;
import com.rentwave.legacy.user.Callers;
import com.rentwave.legacy.web.Bodies;
import com.rentwave.legacy.web.Cursor;
import com.rentwave.legacy.web.Ids;
import com.rentwave.legacy.web.JsonText;
import com.rentwave.legacy.web.LocalPositions;
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
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The rentals API; only renter and owner see a rental, but everybody sees which days are taken. */
@Path("/rentals")
@ApplicationScoped
public class RentalResource {

    private static final String POSITION = "RentWave-Position";
    private static final byte[] NO_BODY = {};
    private static final String LATEST = "latest";

    private final Rentals rentals;
    private final Occupation occupation;
    private final RentalWrites writes;
    private final BusinessClock clock;
    private final LocalPositions positions;

    @Inject
    RentalResource(
            Rentals rentals,
            Occupation occupation,
            RentalWrites writes,
            BusinessClock clock,
            LocalPositions positions) {
        this.rentals = rentals;
        this.occupation = occupation;
        this.writes = writes;
        this.clock = clock;
        this.positions = positions;
    }

    public RentalResource() {
        this(null, null, null, null, null);
    }

    @GET
    public Response list(@Context HttpServletRequest request) {
        long user = Callers.required(request);
        Parameters given = new Parameters(request.getQueryString());
        int limit = given.limit();
        Role role = given.oneOf("role", RentalResource::role, "renter, owner").orElse(Role.RENTER);
        given.check();
        Optional<Cursor> place = given.text("cursor").map(text -> Cursor.parse(text, LATEST));
        List<Rental> found = rentals.list(user, role, place, limit + 1);
        List<Rental> page = found.subList(0, Math.min(found.size(), limit));
        JsonText json = new JsonText().object().name("items").array();
        page.forEach(rental -> RentalJson.write(json, rental));
        String next = found.size() > limit ? after(page.get(limit - 1)).text() : null;
        json.end().field("nextCursor", next).end();
        return positioned(new Answer(200, json.toString(), null, null));
    }

    @GET
    @Path("/calendar")
    public Response calendar(@Context HttpServletRequest request) {
        LocalDate today = clock.today();
        CalendarQuery wanted = CalendarQuery.read(request.getQueryString(), today);
        String json = wanted.json(occupation.of(wanted.item(), wanted.period(), today));
        return positioned(new Answer(200, json, null, null));
    }

    @GET
    @Path("/{id}")
    public Response read(@PathParam("id") String id, @Context HttpServletRequest request) {
        long user = Callers.required(request);
        long rentalId = Ids.parse(id, "rental");
        Rental rental = rentals.find(rentalId)
                .filter(found -> found.concerns(user))
                .orElseThrow(() -> Ids.absent("rental", rentalId).with(POSITION, position()));
        return positioned(new Answer(200, RentalJson.text(rental), null, null));
    }

    @POST
    public Response rent(@Context HttpServletRequest request) {
        long user = Callers.required(request);
        Optional<String> key = Write.key(request);
        byte[] body = Bodies.json(request);
        RentalRequest wanted = RentalRequest.read(body, clock.today());
        return positioned(writes.rent(Write.of(request, user, key, body), wanted));
    }

    @POST
    @Path("/{id}/return")
    public Response giveBack(@PathParam("id") String id, @Context HttpServletRequest request) {
        long user = Callers.required(request);
        long rentalId = Ids.parse(id, "rental");
        Write write = Write.of(request, user, Write.key(request), NO_BODY);
        return positioned(writes.giveBack(write, rentalId));
    }

    @POST
    @Path("/{id}/cancel")
    public Response cancel(@PathParam("id") String id, @Context HttpServletRequest request) {
        long user = Callers.required(request);
        long rentalId = Ids.parse(id, "rental");
        Write write = Write.of(request, user, Write.key(request), NO_BODY);
        return positioned(writes.cancel(write, rentalId));
    }

    private Response positioned(Answer answer) {
        return answer.response().header(POSITION, position()).build();
    }

    private String position() {
        return positions.current(LocalPositions.RENTALS).toString();
    }

    private static Cursor after(Rental last) {
        return new Cursor(LATEST, Times.micros(last.createdAt()), last.id());
    }

    private static Optional<Role> role(String word) {
        return switch (word) {
            case "renter" -> Optional.of(Role.RENTER);
            case "owner" -> Optional.of(Role.OWNER);
            default -> Optional.empty();
        };
    }
}
