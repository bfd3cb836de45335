package com.rentwave.legacy;

import static com.rentwave.legacy.Call.call;

import com.rentwave.legacy.Call.Reply;

/** Vehicles for tests. */
final class Samples {

    static final String GOLF =
            "{\"make\":\"Volkswagen\",\"model\":\"Golf\",\"year\":2019,\"sizeClass\":\"COMPACT\",\"seats\":5,"
                    + "\"bootLitres\":380,\"transmission\":\"MANUAL\",\"fuel\":\"PETROL\",\"drive\":\"FRONT\","
                    + "\"attributes\":{\"colour\":\"blue\",\"a=b\":\"c\\\\d\"},\"pricePerDay\":4500,"
                    + "\"lateFeePerDay\":9000,\"currency\":\"EUR\",\"minDays\":1,\"maxDays\":30}";

    private Samples() {}

    static Reply added(Person owner, String vehicle) {
        return call("POST", "/api/vehicles").by(owner).json(vehicle).send();
    }

    static Reply golf(Person owner) {
        return added(owner, GOLF);
    }
}
