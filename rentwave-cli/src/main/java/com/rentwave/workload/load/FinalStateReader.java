package com.rentwave.workload.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.rentwave.workload.api.ApiRequest;
import com.rentwave.workload.history.FinalState;
import com.rentwave.workload.history.FinalState.Balance;
import com.rentwave.workload.history.FinalState.FoundRental;
import com.rentwave.workload.history.FinalState.FoundVehicle;
import com.rentwave.workload.history.FinalState.Movement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Reads, as the clients, everything they have, page by page. */
final class FinalStateReader {

    private final List<LoadClient> clients;
    private final List<FoundVehicle> vehicles = new ArrayList<>();
    private final List<FoundRental> rentals = new ArrayList<>();
    private final List<Movement> movements = new ArrayList<>();
    private final List<Balance> balances = new ArrayList<>();

    FinalStateReader(List<LoadClient> clients) {
        this.clients = clients;
    }

    FinalState read() throws InterruptedException {
        for (LoadClient client : clients) {
            pages(
                    client,
                    "/api/vehicles?limit=100&ownerId=" + client.client.userId(),
                    item -> vehicles.add(new FoundVehicle(
                            client.name,
                            item.path("attributes").path(VehicleValue.CREATION).asText(),
                            VehicleValue.seen(item))));
            pages(
                    client,
                    "/api/rentals?limit=100&role=renter",
                    item -> rentals.add(new FoundRental(
                            client.name,
                            item.path("id").asLong(),
                            item.path("item").path("id").asLong(),
                            LocalDate.parse(item.path("from").asText()),
                            LocalDate.parse(item.path("to").asText()),
                            item.path("status").asText(),
                            item.path("lateDays").asLong(),
                            item.path("lateFees").asLong())));
            pages(
                    client,
                    "/api/wallet/transactions?limit=100",
                    item -> movements.add(new Movement(
                            client.name,
                            item.path("kind").asText(),
                            item.path("amount").asLong(),
                            item.path("currency").asText(),
                            item.path("rentalId").asLong(0))));
            for (JsonNode balance : answer(client, "/api/wallet").path("balances")) {
                balances.add(new Balance(
                        client.name,
                        balance.path("currency").asText(),
                        balance.path("amount").asLong()));
            }
        }
        return new FinalState(vehicles, rentals, movements, balances);
    }

    private static void pages(LoadClient client, String path, Consumer<JsonNode> item) throws InterruptedException {
        ApiRequest next = ApiRequest.get(path);
        while (next != null) {
            JsonNode page = answer(client, next);
            page.path("items").forEach(item);
            JsonNode cursor = page.path("nextCursor");
            next = cursor.isTextual() ? ApiRequest.get(path).withParameter("cursor", cursor.asText()) : null;
        }
    }

    private static JsonNode answer(LoadClient client, String path) throws InterruptedException {
        return answer(client, ApiRequest.get(path));
    }

    private static JsonNode answer(LoadClient client, ApiRequest request) throws InterruptedException {
        Exchange exchange = client.sender.read(request);
        if (!exchange.is(200)) {
            throw new IllegalStateException(
                    "The final state cannot be read: " + request.path() + " answered " + exchange.describe());
        }
        return exchange.answer().json();
    }
}
