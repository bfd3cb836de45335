package com.rentwave.vehicle.service;

import static com.rentwave.vehicle.service.TestService.call;

import com.rentwave.service.testing.Reply;

/** Bodies of requests, and vehicles made with them. */
final class Samples {

    static final String GOLF = """
            {"make":"Volkswagen","model":"Golf","year":2019,"sizeClass":"COMPACT","seats":5,"bootLitres":380,\
            "transmission":"MANUAL","fuel":"PETROL","drive":"FRONT","attributes":{"colour":"blue","b":"","Ä":"ü"},\
            "pricePerDay":4500,"lateFeePerDay":900,"currency":"EUR","minDays":1,"maxDays":14}""";

    private Samples() {}

    /** The same car with some text of the body replaced. */
    static String golf(String... replacements) {
        String body = GOLF;
        for (int i = 0; i < replacements.length; i += 2) {
            if (!body.contains(replacements[i])) {
                throw new IllegalArgumentException("nothing to replace: " + replacements[i]);
            }
            body = body.replace(replacements[i], replacements[i + 1]);
        }
        return body;
    }

    static Reply added(long userId, String body) {
        Reply reply = call("POST", "/api/vehicles").by(userId).json(body).send();
        if (reply.status() != 201) {
            throw new IllegalStateException(reply.status() + " " + reply.body());
        }
        return reply;
    }

    static String addedAddress(long userId) {
        return added(userId, GOLF).header("Location");
    }
}
