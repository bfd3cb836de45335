package com.rentwave.workload.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.rentwave.platform.JdbcSettings;
import com.rentwave.platform.PartName;
import com.rentwave.platform.Platform;
import com.rentwave.workload.api.Answer;
import com.rentwave.workload.api.ApiRequest;
import com.rentwave.workload.api.RentWaveClient;
import com.rentwave.workload.api.SignIn;
import com.rentwave.workload.api.VehicleDraft;
import com.rentwave.workload.vehicles.MadeUpVehicles;
import java.io.IOException;
import java.net.http.HttpClient;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Somebody who goes around the facade: writes straight to the side that does not own an API, over HTTP and in its
 * database. Each write must be refused and change nothing.
 */
final class WaysAround {

    private static final int NOT_OWNER = 421;
    private static final String REFUSED_BY_THE_GUARD = "RW001";

    private final Platform platform;
    private final RentWaveClient client;
    private final VehicleDraft draft;
    private final long vehicleId;

    private WaysAround(Platform platform, RentWaveClient client, VehicleDraft draft, long vehicleId) {
        this.platform = platform;
        this.client = client;
        this.draft = draft;
        this.vehicleId = vehicleId;
    }

    /** Registers somebody with one vehicle. */
    static WaysAround prepare(Platform platform, HttpClient http) throws IOException {
        RentWaveClient client = new RentWaveClient(http, platform.uri(), SignIn.BEARER, Duration.ofSeconds(20));
        String secret = UUID.randomUUID().toString();
        String email = "around." + secret.substring(0, 8) + "@rentwave.example";
        expect(201, client.register(email, "Around", secret));
        expect(200, client.login(email, secret));
        VehicleDraft draft = new MadeUpVehicles(1).next();
        Answer created = client.send(ApiRequest.createVehicle(draft).withIdempotencyKey(secret));
        expect(201, created);
        return new WaysAround(platform, client, draft, created.json().path("id").asLong());
    }

    /** The part that an API moves to. */
    static PartName service(String api) {
        return api.equals(DemoSettings.RENTALS) ? PartName.RENTAL_SERVICE : PartName.VEHICLE_SERVICE;
    }

    /**
     * Tries all ways.
     *
     * @param notOwner the side that must refuse
     * @return number of tries, and what went wrong
     */
    Result tryAll(String api, PartName notOwner) throws IOException {
        return api.equals(DemoSettings.RENTALS) ? tryRentals(notOwner) : tryVehicles(notOwner);
    }

    private Result tryRentals(PartName notOwner) throws IOException {
        RentWaveClient around = client.at(platform.uriOf(notOwner));
        LocalDate day = LocalDate.now(ZoneOffset.UTC).plusDays(30);
        List<ApiRequest> writes = List.of(
                ApiRequest.rent(vehicleId, day, day.plusDays(1)),
                ApiRequest.returnRental(Long.MAX_VALUE / 100),
                ApiRequest.cancelRental(Long.MAX_VALUE / 100));
        List<String> wrong = new ArrayList<>();
        refused(around, notOwner, writes, wrong);
        guarded(
                notOwner,
                notOwner == PartName.MONOLITH
                        ? "UPDATE t_rnt SET upd_ts = upd_ts WHERE false"
                        : "UPDATE rental SET updated_at = updated_at WHERE false",
                wrong);
        return new Result(writes.size() + 1, wrong);
    }

    private Result tryVehicles(PartName notOwner) throws IOException {
        RentWaveClient around = client.at(platform.uriOf(notOwner));
        Answer before = client.send(ApiRequest.vehicle(vehicleId));
        String etag = before.header("ETag").orElse("\"0-0\"");
        VehicleDraft changed = draft.withAttribute("around", UUID.randomUUID().toString());
        List<ApiRequest> writes = List.of(
                ApiRequest.changeVehicle(vehicleId, changed, etag),
                ApiRequest.setAvailable(vehicleId, false),
                ApiRequest.createVehicle(changed),
                ApiRequest.deleteVehicle(vehicleId));
        List<String> wrong = new ArrayList<>();
        refused(around, notOwner, writes, wrong);
        guarded(
                notOwner,
                notOwner == PartName.MONOLITH
                        ? "UPDATE t_veh SET day_prc_am = day_prc_am + 1 WHERE veh_id = " + vehicleId
                        : "UPDATE vehicle SET price_per_day = price_per_day + 1 WHERE id = " + vehicleId,
                wrong);
        Answer after = client.send(ApiRequest.vehicle(vehicleId));
        if (before.status() != 200 || !sameVehicle(before.json(), after.json())) {
            wrong.add("vehicle " + vehicleId + " was " + before.describe() + " and is " + after.describe());
        }
        return new Result(writes.size() + 1, wrong);
    }

    private static boolean sameVehicle(JsonNode before, JsonNode after) {
        return before.equals(after);
    }

    private static void refused(RentWaveClient around, PartName notOwner, List<ApiRequest> writes, List<String> wrong)
            throws IOException {
        for (ApiRequest write : writes) {
            Answer answer =
                    around.send(write.withIdempotencyKey(UUID.randomUUID().toString()));
            if (answer.status() != NOT_OWNER) {
                wrong.add(write.method() + " " + write.path() + " straight to " + notOwner.text() + " answered "
                        + answer.describe());
            }
        }
    }

    private void guarded(PartName notOwner, String update, List<String> wrong) {
        String state = sqlState(database(notOwner), update);
        if (!state.equals(REFUSED_BY_THE_GUARD)) {
            wrong.add("an UPDATE in the database of " + notOwner.text() + " ended with " + state);
        }
    }

    private JdbcSettings database(PartName part) {
        return switch (part) {
            case VEHICLE_SERVICE -> platform.jdbc("vehicle_service", "rentwave_vehicles");
            case RENTAL_SERVICE -> platform.jdbc("rental_service", "rentwave_rentals");
            default -> platform.jdbc("legacy", "rentwave_legacy");
        };
    }

    private static String sqlState(JdbcSettings database, String update) {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            return statement.executeUpdate(update) + " changed rows";
        } catch (SQLException e) {
            return String.valueOf(e.getSQLState());
        }
    }

    private static void expect(int status, Answer answer) throws IOException {
        if (answer.status() != status) {
            throw new IOException("The user who goes around the facade cannot be prepared: " + answer.describe());
        }
    }

    /** How many writes were tried, and those that were not refused as they must be. */
    record Result(int tries, List<String> wrong) {}
}
