package com.rentwave.contracts.web;

import static au.com.dius.pact.consumer.dsl.LambdaDsl.newJsonBody;
import static com.rentwave.contracts.web.Words.ISBN;

import au.com.dius.pact.consumer.dsl.DslPart;
import au.com.dius.pact.consumer.dsl.LambdaDslObject;
import au.com.dius.pact.consumer.dsl.PactDslJsonRootValue;

/** Books and the copies that people lend out, as the pages read them. */
final class BookBodies {

    private BookBodies() {}

    static DslPart book() {
        return newJsonBody(o -> o.stringMatcher("isbn", "97[89]\\d{10}", ISBN)
                        .stringValue("title", "On Moving Monoliths")
                        .minArrayLike("authors", 1, PactDslJsonRootValue.stringType("Ada Able"), 1)
                        .nullValue("year")
                        .nullValue("language"))
                .build();
    }

    private static LambdaDslObject advert(LambdaDslObject o) {
        return o.integerType("id", 11)
                .stringMatcher("isbn", "97[89]\\d{10}", ISBN)
                .stringValue("title", "On Moving Monoliths")
                .integerType("ownerId", 7)
                .stringValue("condition", "GOOD")
                .stringValue("note", "A crease or two.")
                .stringValue("place", "Porto")
                .numberValue("pricePerDay", 150)
                .numberValue("lateFeePerDay", 50)
                .stringValue("currency", "EUR")
                .numberValue("minDays", 1)
                .numberValue("maxDays", 30);
    }

    static DslPart advert(boolean available) {
        return newJsonBody(o -> advert(o).booleanValue("available", available)).build();
    }

    static void listed(LambdaDslObject o) {
        advert(o).booleanValue("available", true);
    }
}
