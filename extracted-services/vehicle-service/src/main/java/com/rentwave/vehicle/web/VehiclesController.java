package com.rentwave.vehicle.web;

import com.rentwave.service.session.User;
import com.rentwave.service.web.Answer;
import com.rentwave.service.web.Ids;
import com.rentwave.service.web.JsonWriter;
import com.rentwave.service.web.Problem;
import com.rentwave.service.web.ReachedPositions;
import com.rentwave.service.web.Refusal;
import com.rentwave.service.web.RequestHeaders;
import com.rentwave.service.web.SessionFilter;
import com.rentwave.service.web.WriteRequest;
import com.rentwave.service.web.Writes;
import com.rentwave.sync.Seen;
import com.rentwave.vehicle.ChangedMeanwhile;
import com.rentwave.vehicle.NoSuchVehicle;
import com.rentwave.vehicle.Vehicle;
import com.rentwave.vehicle.VehicleDetails;
import com.rentwave.vehicle.VehicleQuery;
import com.rentwave.vehicle.Vehicles;
import com.rentwave.vehicle.outbox.VehicleEvents;
import com.rentwave.vehicle.store.VehicleReads;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;

/** The public API of vehicles. */
@Controller
class VehiclesController {

    private final Vehicles vehicles;
    private final VehicleReads reads;
    private final VehicleEvents events;
    private final Writes writes;
    private final ReachedPositions positions;
    private final Clock clock;

    VehiclesController(
            Vehicles vehicles,
            VehicleReads reads,
            VehicleEvents events,
            Writes writes,
            ReachedPositions positions,
            Clock clock) {
        this.vehicles = vehicles;
        this.reads = reads;
        this.events = events;
        this.writes = writes;
        this.positions = positions;
        this.clock = clock;
    }

    @GetMapping("/api/vehicles")
    Answer list(HttpServletRequest request) {
        VehicleQuery query = QueryParameters.read(request.getQueryString());
        Seen<List<Vehicle>> seen = reads.list(query);
        List<Vehicle> found = seen.found();
        boolean more = found.size() > query.limit();
        List<Vehicle> page = more ? found.subList(0, query.limit()) : found;
        JsonWriter json = new JsonWriter().beginObject().name("items").beginArray();
        page.forEach(vehicle -> VehicleJson.write(json, vehicle));
        json.endArray().field("nextCursor", more ? PlaceInList.after(page.get(page.size() - 1), query.sort()) : null);
        return positions.afterRead(Answer.of(200, json.endObject().toString(), null, null), seen.at());
    }

    @GetMapping("/api/vehicles/{id}")
    Answer read(HttpServletRequest request, @PathVariable String id) {
        Seen<Optional<Vehicle>> seen = reads.find(Ids.parse(id, "vehicle"));
        Vehicle vehicle = seen.found().orElseThrow(() -> positions.afterRead(VehicleProblems.noVehicle(id)));
        String tag = EntityTag.of(vehicle);
        String known = RequestHeaders.joined(request, "If-None-Match");
        boolean same = known != null && EntityTag.listed(known, tag);
        return positions.afterRead(same ? Answer.of(304, null, tag, null) : shown(200, vehicle, null), seen.at());
    }

    @PostMapping("/api/vehicles")
    Answer add(HttpServletRequest request) throws IOException {
        User user = SessionFilter.user(request);
        WriteRequest write = WriteRequest.withBody(request, user);
        VehicleDetails details = VehicleJson.readDetails(write.body().object());
        return positions.afterCommit(writes.run(write, () -> {
            Vehicle vehicle = new Vehicle(vehicles.nextId(), user.id(), details, clock.instant());
            vehicles.add(vehicle);
            vehicles.flush();
            events.added(vehicle);
            return shown(201, vehicle, "/api/vehicles/" + vehicle.id());
        }));
    }

    @PutMapping("/api/vehicles/{id}")
    Answer change(HttpServletRequest request, @PathVariable String id) throws IOException {
        User user = SessionFilter.user(request);
        long vehicleId = Ids.parse(id, "vehicle");
        WriteRequest write = WriteRequest.withBody(request, user);
        VehicleDetails details = VehicleJson.readDetails(write.body().object());
        if (write.ifMatch().isEmpty()) {
            throw new Refusal(Problem.ifMatchNeeded());
        }
        return positions.afterCommit(writes.run(write, () -> {
            Vehicle vehicle = toChange(vehicleId, write);
            vehicle.change(details, clock.instant());
            vehicles.flush();
            events.changed(vehicle);
            return shown(200, vehicle, null);
        }));
    }

    @PutMapping("/api/vehicles/{id}/availability")
    Answer offer(HttpServletRequest request, @PathVariable String id) throws IOException {
        User user = SessionFilter.user(request);
        long vehicleId = Ids.parse(id, "vehicle");
        WriteRequest write = WriteRequest.withBody(request, user);
        boolean available = VehicleJson.readAvailable(write.body().object());
        return positions.afterCommit(writes.run(write, () -> {
            Vehicle vehicle = toChange(vehicleId, write);
            vehicle.offer(available, clock.instant());
            vehicles.flush();
            events.offered(vehicle);
            return shown(200, vehicle, null);
        }));
    }

    @DeleteMapping("/api/vehicles/{id}")
    Answer remove(HttpServletRequest request, @PathVariable String id) {
        User user = SessionFilter.user(request);
        long vehicleId = Ids.parse(id, "vehicle");
        WriteRequest write = WriteRequest.withoutBody(request, user);
        return positions.afterCommit(writes.run(write, () -> {
            Vehicle vehicle = toChange(vehicleId, write);
            vehicles.remove(vehicle);
            vehicles.flush();
            events.removed(vehicle);
            return Answer.of(204, null, null, null);
        }));
    }

    private Vehicle toChange(long id, WriteRequest write) {
        Vehicle vehicle = vehicles.findToChange(id).orElseThrow(() -> new NoSuchVehicle(id));
        vehicle.mustBelongTo(write.user().id());
        if (write.ifMatch().isPresent() && !EntityTag.listed(write.ifMatch().get(), EntityTag.of(vehicle))) {
            throw new ChangedMeanwhile(id);
        }
        return vehicle;
    }

    private static Answer shown(int status, Vehicle vehicle, String location) {
        String body = VehicleJson.write(new JsonWriter(), vehicle).toString();
        return Answer.of(status, body, EntityTag.of(vehicle), location);
    }
}
