package com.rentwave.system.parity;

import com.rentwave.system.parity.ParityCase.Sent;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * One request about rentals that both sides must answer alike.
 *
 * @param name what it is about, and what it rents is remembered by
 * @param request the request, with the ids of the subject it goes to
 */
record RentalCase(String name, Function<RentalSubject, Sent> request) {

    static final List<String> HEADERS = Stream.concat(Transcript.HEADERS.stream(), Stream.of("rentwave-position"))
            .toList();
}
