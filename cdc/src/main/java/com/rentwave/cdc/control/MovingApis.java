package com.rentwave.cdc.control;

import java.util.List;
import org.springframework.http.HttpStatus;

/** The APIs that are offered here: those whose service's database is known. */
record MovingApis(List<MovingApi> all) {

    MovingApis {
        all = List.copyOf(all);
    }

    MovingApi named(String name) {
        return all.stream()
                .filter(api -> api.name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new Problem(HttpStatus.NOT_FOUND, "not-found", "Not found", "There is no API " + name + "."));
    }
}
