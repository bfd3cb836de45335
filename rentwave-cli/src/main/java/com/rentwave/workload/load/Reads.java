package com.rentwave.workload.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.rentwave.workload.api.ApiRequest;
import com.rentwave.workload.history.Action;
import com.rentwave.workload.history.SeenVehicle;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;

/** What a user looks at. */
final class Reads {

    private static final List<String> SEARCHES = List.of(
            "/api/vehicles?limit=20&sort=price&minSeats=4",
            "/api/vehicles?limit=10&q=a&sort=-price",
            "/api/vehicles?limit=20&fuel=DIESEL&available=true",
            "/api/vehicles?limit=20&sizeClass=SUV&maxPrice=9000");

    private final LoadClient me;
    private final Random random;

    Reads(LoadClient me, Random random) {
        this.me = me;
        this.random = random;
    }

    void ownVehicle() throws InterruptedException {
        OwnVehicle own = me.anyOwn();
        if (random.nextInt(4) > 0) {
            vehicle(own.id);
            return;
        }
        Exchange exchange = me.sender.read(ApiRequest.vehicle(own.id).with("If-None-Match", own.etag));
        if (exchange.is(304)) {
            SeenVehicle same = new SeenVehicle(own.id, own.version, own.value());
            me.recorder.ok(new Action.ReadVehicle(own.id, same), exchange);
        } else {
            record(own.id, exchange);
        }
    }

    void deletedVehicle() throws InterruptedException {
        if (me.deleted.isEmpty()) {
            ownVehicle();
        } else {
            vehicle(me.deleted.get(random.nextInt(me.deleted.size())));
        }
    }

    void vehicleOfSomebodyElse() throws InterruptedException {
        OptionalLong id = me.market.ofOthers(me.name, random);
        if (id.isPresent()) {
            vehicle(id.getAsLong());
        }
    }

    /** Whether the client sees the vehicle. */
    boolean vehicle(long id) throws InterruptedException {
        Exchange exchange = me.sender.read(ApiRequest.vehicle(id));
        record(id, exchange);
        return exchange.is(200);
    }

    private void record(long id, Exchange exchange) {
        if (exchange.is(200)) {
            me.recorder.ok(
                    new Action.ReadVehicle(
                            id, VehicleValue.seen(exchange.answer().json())),
                    exchange);
        } else if (exchange.is(404)) {
            me.recorder.ok(new Action.ReadVehicle(id, null), exchange);
        } else {
            me.recorder.failed(new Action.ReadVehicle(id, null), exchange);
        }
    }

    void allOwn() throws InterruptedException {
        Exchange exchange = me.sender.read(ApiRequest.get("/api/vehicles?limit=100&ownerId=" + me.client.userId()));
        boolean complete =
                exchange.is(200) && exchange.answer().json().path("nextCursor").isNull();
        recordList(exchange, complete);
    }

    /** A search, and its next page with the cursor of the first: a flip may lie between them. */
    void search() throws InterruptedException {
        String path = SEARCHES.get(random.nextInt(SEARCHES.size()));
        Exchange first = me.sender.read(ApiRequest.get(path));
        recordList(first, false);
        String cursor = first.is(200) ? first.answer().json().path("nextCursor").asText("") : "";
        if (!cursor.isEmpty() && !cursor.equals("null")) {
            recordList(me.sender.read(ApiRequest.get(path).withParameter("cursor", cursor)), false);
        }
    }

    /** The days of a vehicle that are taken. */
    void calendar() throws InterruptedException {
        OptionalLong id = me.market.ofOthers(me.name, random);
        if (id.isEmpty()) {
            return;
        }
        Exchange exchange = me.sender.read(ApiRequest.get("/api/rentals/calendar?type=vehicle&id=" + id.getAsLong()));
        Action action = new Action.Other("read of the calendar of vehicle " + id.getAsLong());
        if (exchange.is(200)) {
            me.recorder.ok(action, exchange);
        } else {
            me.recorder.failed(action, exchange);
        }
    }

    /** All own rentals, page by page: a flip may lie between two. */
    void ownRentals() throws InterruptedException {
        String path = "/api/rentals?role=renter&limit=10";
        Exchange page = me.sender.read(ApiRequest.get(path));
        recordRentals(page);
        String cursor = page.is(200) ? page.answer().json().path("nextCursor").asText("") : "";
        if (!cursor.isEmpty() && !cursor.equals("null")) {
            recordRentals(me.sender.read(ApiRequest.get(path).withParameter("cursor", cursor)));
        }
    }

    private void recordRentals(Exchange page) {
        Action action = new Action.Other("read of the own rentals");
        if (page.is(200)) {
            me.recorder.ok(action, page);
        } else {
            me.recorder.failed(action, page);
        }
    }

    private void recordList(Exchange exchange, boolean allOwn) {
        List<SeenVehicle> seen = new ArrayList<>();
        if (exchange.is(200)) {
            for (JsonNode item : exchange.answer().json().path("items")) {
                seen.add(VehicleValue.seen(item));
            }
            me.recorder.ok(new Action.ListVehicles(seen, allOwn), exchange);
        } else {
            me.recorder.failed(new Action.ListVehicles(seen, false), exchange);
        }
    }

    void wallet() throws InterruptedException {
        Exchange exchange = me.sender.read(ApiRequest.get("/api/wallet"));
        Action action = new Action.Other("read of the wallet");
        if (exchange.is(200)) {
            me.recorder.ok(action, exchange);
        } else {
            me.recorder.failed(action, exchange);
        }
    }

    void ownRental() throws InterruptedException {
        if (me.rentals.isEmpty()) {
            wallet();
            return;
        }
        long id = me.rentals.get(random.nextInt(me.rentals.size()));
        Exchange exchange = me.sender.read(ApiRequest.get("/api/rentals/" + id));
        if (exchange.is(200)) {
            boolean ended = !exchange.answer().json().path("status").asText().equals("ACTIVE");
            me.recorder.ok(new Action.ReadRental(id, ended), exchange);
        } else if (exchange.is(404)) {
            me.recorder.ok(new Action.ReadRental(id, null), exchange);
        } else {
            me.recorder.failed(new Action.ReadRental(id, null), exchange);
        }
    }
}
