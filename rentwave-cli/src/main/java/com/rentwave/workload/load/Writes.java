package com.rentwave.workload.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.rentwave.workload.api.ApiRequest;
import com.rentwave.workload.api.VehicleDraft;
import com.rentwave.workload.history.Action;
import com.rentwave.workload.load.OwnVehicle.Use;
import com.rentwave.workload.vehicles.MadeUpVehicles;
import java.util.List;
import java.util.Random;

/** What an owner does to its vehicles. Every write of a vehicle carries a token of its own. */
final class Writes {

    private static final int LARGEST_FLEET = 40;

    private final LoadClient me;
    private final Random random;
    private final MadeUpVehicles drafts;
    private long tokens;

    Writes(LoadClient me, Random random) {
        this.me = me;
        this.random = random;
        this.drafts = new MadeUpVehicles(random.nextLong());
    }

    void create() throws InterruptedException {
        if (me.fleet.size() >= LARGEST_FLEET) {
            delete();
            return;
        }
        Use use = Use.values()[(int) (tokens % Use.values().length)];
        String token = token();
        VehicleDraft draft =
                drafts.next().withAttribute(VehicleValue.CREATION, token).withAttribute(VehicleValue.WRITE, token);
        Exchange exchange = me.sender.write(ApiRequest.createVehicle(draft));
        String value = VehicleValue.of(draft, true);
        if (exchange.is(201)) {
            JsonNode vehicle = exchange.answer().json();
            long id = vehicle.path("id").asLong();
            me.recorder.ok(
                    new Action.CreateVehicle(token, id, vehicle.path("version").asLong(), value), exchange);
            OwnVehicle own = new OwnVehicle(
                    id, use, draft, exchange.answer().header("ETag").orElse(""));
            me.fleet.add(own);
            if (use == Use.RENTED) {
                me.market.offer(id, me.name);
            }
        } else {
            me.recorder.failed(new Action.CreateVehicle(token, Action.UNKNOWN, Action.UNKNOWN, value), exchange);
        }
    }

    void change() throws InterruptedException {
        OwnVehicle vehicle = me.anyOwn();
        VehicleDraft draft =
                vehicle.draft.withAttribute(VehicleValue.WRITE, token()).withPricePerDay(1_000 + random.nextInt(9_000));
        send(vehicle, draft, vehicle.available, ApiRequest.changeVehicle(vehicle.id, draft, vehicle.etag));
    }

    void pauseOrResume() throws InterruptedException {
        List<OwnVehicle> candidates =
                me.fleet.stream().filter(own -> own.use == Use.PAUSED).toList();
        if (candidates.isEmpty()) {
            change();
            return;
        }
        OwnVehicle vehicle = candidates.get(random.nextInt(candidates.size()));
        ApiRequest request = ApiRequest.setAvailable(vehicle.id, !vehicle.available);
        send(
                vehicle,
                vehicle.draft,
                !vehicle.available,
                random.nextBoolean() ? request.with("If-Match", vehicle.etag) : request);
    }

    private void send(OwnVehicle vehicle, VehicleDraft draft, boolean available, ApiRequest request)
            throws InterruptedException {
        Exchange exchange = me.sender.write(request);
        String value = VehicleValue.of(draft, available);
        if (exchange.is(200)) {
            long version = exchange.answer().json().path("version").asLong();
            vehicle.changed(
                    draft, available, version, exchange.answer().header("ETag").orElse(""));
            me.recorder.ok(new Action.ChangeVehicle(vehicle.id, version, value), exchange);
        } else {
            me.recorder.failed(new Action.ChangeVehicle(vehicle.id, Action.UNKNOWN, value), exchange);
            me.giveUp(vehicle);
        }
    }

    void delete() throws InterruptedException {
        List<OwnVehicle> candidates =
                me.fleet.stream().filter(own -> own.use == Use.DELETED).toList();
        if (candidates.isEmpty()) {
            change();
            return;
        }
        OwnVehicle vehicle = candidates.get(random.nextInt(candidates.size()));
        Exchange exchange = me.sender.write(ApiRequest.deleteVehicle(vehicle.id));
        Action action = new Action.DeleteVehicle(vehicle.id);
        if (exchange.is(204)) {
            me.recorder.ok(action, exchange);
            me.deleted.add(vehicle.id);
        } else {
            me.recorder.failed(action, exchange);
        }
        me.giveUp(vehicle);
    }

    /** A change with a tag of yesterday, or of a vehicle of somebody else: it has to be refused and to change nothing. */
    void tryWhatIsNotAllowed() throws InterruptedException {
        OwnVehicle own = me.anyOwn();
        var others = me.market.ofOthers(me.name, random);
        VehicleDraft draft = own.draft.withAttribute(VehicleValue.WRITE, token());
        if (own.formerEtag != null && random.nextBoolean()) {
            expect(412, own.id, ApiRequest.changeVehicle(own.id, draft, own.formerEtag), "a former tag");
        } else if (others.isPresent()) {
            long id = others.getAsLong();
            expect(403, id, ApiRequest.changeVehicle(id, draft, own.etag), "a vehicle of somebody else");
        }
    }

    private void expect(int status, long id, ApiRequest request, String what) throws InterruptedException {
        Exchange exchange = me.sender.write(request);
        Action action = new Action.Other("change of vehicle " + id + " with " + what);
        if (exchange.is(status)) {
            me.recorder.refusedAsExpected(action, exchange);
        } else {
            me.recorder.failed(action, exchange);
        }
    }

    private String token() {
        return me.name + "." + ++tokens;
    }
}
