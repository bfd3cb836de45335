package com.rentwave.facade.api;

import java.net.URI;
import java.util.Map;
import java.util.TreeMap;

/** Configurations of APIs that move. Nobody listens at their addresses. */
public final class SomeApis {

    public static final URI NOBODY = URI.create("http://127.0.0.1:9");

    private SomeApis() {}

    /** APIs as they are at first, by name. */
    public static MovingApis moving(String... names) {
        Map<String, MovingApi> apis = new TreeMap<>();
        for (String name : names) {
            apis.put(name, api(name, NOBODY, Map.of()));
        }
        return new MovingApis(new MovingApis.Backends(NOBODY), apis);
    }

    /** @param uri null when nobody runs the service */
    static MovingApi api(String name, URI uri, Map<String, MovingApi.Reading> readBy) {
        return new MovingApi(
                uri,
                name + "-service",
                "The service of " + name,
                "jdbc:" + name,
                "s_" + name,
                name + "_id",
                "t.id",
                name + ".id",
                readBy);
    }
}
