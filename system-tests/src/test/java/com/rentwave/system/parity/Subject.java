package com.rentwave.system.parity;

import com.rentwave.workload.api.Answer;
import com.rentwave.workload.api.ApiRequest;
import com.rentwave.workload.api.RentWaveClient;
import com.rentwave.workload.api.SignIn;
import com.rentwave.workload.vehicles.MadeUpVehicles;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.UUID;

/**
 * One place that answers for vehicles, and two users at it: Ann, who has a vehicle that was changed once, and Bob.
 *
 * @param name for the report
 * @param base where the requests go
 * @param etag of Ann's vehicle
 * @param formerEtag of Ann's vehicle before its change
 */
record Subject(
        String name,
        HttpClient http,
        URI base,
        String annsToken,
        String bobsToken,
        long annsId,
        long bobsId,
        long vehicleId,
        String etag,
        String formerEtag) {

    /** @param facade where users sign in; @param base where the requests go */
    static Subject at(String name, HttpClient http, URI facade, URI base) throws IOException {
        RentWaveClient ann = user(http, facade, "Ann");
        RentWaveClient bob = user(http, facade, "Bob");
        RentWaveClient there = ann.at(base);
        var draft = new MadeUpVehicles(7).next();
        Answer created = there.send(ApiRequest.createVehicle(draft)
                .withIdempotencyKey(UUID.randomUUID().toString()));
        long id = created.json().path("id").asLong();
        String formerEtag = created.header("ETag").orElse("none: " + created.describe());
        Answer changed = there.send(ApiRequest.changeVehicle(id, draft.withPricePerDay(4_321), formerEtag)
                .withIdempotencyKey(UUID.randomUUID().toString()));
        return new Subject(
                name,
                http,
                base,
                ann.token(),
                bob.token(),
                ann.userId(),
                bob.userId(),
                id,
                changed.header("ETag").orElse("none: " + changed.describe()),
                formerEtag);
    }

    private static RentWaveClient user(HttpClient http, URI facade, String name) throws IOException {
        RentWaveClient client = new RentWaveClient(http, facade, SignIn.BEARER, Duration.ofSeconds(30));
        String secret = UUID.randomUUID().toString();
        String email = name.toLowerCase(java.util.Locale.ROOT) + "." + secret + "@rentwave.example";
        client.register(email, name, secret);
        client.login(email, secret);
        return client;
    }
}
