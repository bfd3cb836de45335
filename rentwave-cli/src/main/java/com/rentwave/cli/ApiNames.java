package com.rentwave.cli;

import java.util.Iterator;
import java.util.List;

/** The APIs that move, for a shell that completes what people type. Whether one really moves is known to the facade. */
final class ApiNames implements Iterable<String> {

    @Override
    public Iterator<String> iterator() {
        return List.of("vehicles", "rentals").iterator();
    }
}
