package com.rentwave.rental.web;

import com.rentwave.rental.Rental;
import com.rentwave.rental.clock.BusinessClock;
import com.rentwave.rental.store.Occupation;
import com.rentwave.rental.store.Rentals;
import com.rentwave.rental.store.Rentals.Role;
import com.rentwave.service.session.User;
import com.rentwave.service.web.Answer;
import com.rentwave.service.web.Cursor;
import com.rentwave.service.web.Ids;
import com.rentwave.service.web.JsonWriter;
import com.rentwave.service.web.ParameterReader;
import com.rentwave.service.web.Problem;
import com.rentwave.service.web.ReachedPositions;
import com.rentwave.service.web.Refusal;
import com.rentwave.service.web.SessionFilter;
import com.rentwave.service.web.WriteRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The rentals API; only renter and owner see a rental, but everybody sees which days are taken. */
@Controller
class RentalsController {

    private static final String KIND = "rental";
    private static final String LATEST = "latest";

    private final Rentals rentals;
    private final Occupation occupation;
    private final Renting renting;
    private final RentalWrites writes;
    private final ReachedPositions positions;
    private final BusinessClock clock;

    RentalsController(
            Rentals rentals,
            Occupation occupation,
            Renting renting,
            RentalWrites writes,
            ReachedPositions positions,
            BusinessClock clock) {
        this.rentals = rentals;
        this.occupation = occupation;
        this.renting = renting;
        this.writes = writes;
        this.positions = positions;
        this.clock = clock;
    }

    @GetMapping("/api/rentals")
    Answer list(HttpServletRequest request) {
        User user = SessionFilter.user(request);
        ParameterReader given = new ParameterReader(request.getQueryString());
        int limit = given.limit();
        Role role = given.parsed("role", RentalsController::role, "must be one of renter, owner")
                .orElse(Role.RENTER);
        given.check();
        Optional<Cursor> place = given.text("cursor").map(RentalsController::place);
        List<Rental> found = place.isPresent()
                ? rentals.list(
                        user.id(), role, created(place.get()), place.get().id(), limit + 1)
                : rentals.list(user.id(), role, limit + 1);
        boolean more = found.size() > limit;
        List<Rental> page = more ? found.subList(0, limit) : found;
        JsonWriter json = new JsonWriter().beginObject().name("items").beginArray();
        page.forEach(rental -> RentalJson.write(json, rental));
        String next = more ? after(page.get(limit - 1)).text() : null;
        json.endArray().field("nextCursor", next).endObject();
        return positions.afterRead(Answer.of(200, json.toString(), null, null));
    }

    @GetMapping("/api/rentals/calendar")
    Answer calendar(HttpServletRequest request) {
        LocalDate today = clock.today();
        CalendarQuery wanted = CalendarQuery.read(request.getQueryString(), today);
        String json = wanted.json(occupation.of(wanted.item(), wanted.period(), today));
        return positions.afterRead(Answer.of(200, json, null, null));
    }

    @GetMapping("/api/rentals/{id}")
    Answer read(HttpServletRequest request, @PathVariable String id) {
        User user = SessionFilter.user(request);
        long rentalId = Ids.parse(id, KIND);
        Rental rental = rentals.find(rentalId)
                .filter(found -> found.concerns(user.id()))
                .orElseThrow(() -> positions.afterRead(Problem.absent(KIND, rentalId)));
        return positions.afterRead(Answer.of(200, RentalJson.text(rental), null, null));
    }

    @PostMapping("/api/rentals")
    Answer rent(HttpServletRequest request) throws IOException {
        User user = SessionFilter.user(request);
        WriteRequest write = WriteRequest.withBody(request, user);
        RentalRequest wanted = RentalRequest.read(write.body().object(), clock.today());
        return positions.afterCommit(renting.rent(write, wanted));
    }

    @PostMapping("/api/rentals/{id}/return")
    Answer giveBack(HttpServletRequest request, @PathVariable String id) {
        User user = SessionFilter.user(request);
        long rentalId = Ids.parse(id, KIND);
        WriteRequest write = WriteRequest.withoutBody(request, user);
        return positions.afterCommit(writes.giveBack(write, rentalId));
    }

    @PostMapping("/api/rentals/{id}/cancel")
    Answer cancel(HttpServletRequest request, @PathVariable String id) {
        User user = SessionFilter.user(request);
        long rentalId = Ids.parse(id, KIND);
        WriteRequest write = WriteRequest.withoutBody(request, user);
        return positions.afterCommit(writes.cancel(write, rentalId));
    }

    private static Optional<Role> role(String word) {
        return switch (word) {
            case "renter" -> Optional.of(Role.RENTER);
            case "owner" -> Optional.of(Role.OWNER);
            default -> Optional.empty();
        };
    }

    private static Cursor place(String text) {
        return Cursor.parse(text, LATEST).orElseThrow(() -> new Refusal(Problem.invalidCursor()));
    }

    private static Cursor after(Rental last) {
        return new Cursor(LATEST, ChronoUnit.MICROS.between(Instant.EPOCH, last.createdAt()), last.id());
    }

    private static Instant created(Cursor place) {
        return Instant.EPOCH.plus(place.key(), ChronoUnit.MICROS);
    }
}
