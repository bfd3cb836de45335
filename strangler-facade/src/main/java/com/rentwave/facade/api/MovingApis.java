package com.rentwave.facade.api;

import com.rentwave.sync.Side;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * The APIs that move, and where each of their sides is. An API whose service has no address does not move.
 *
 * @param backends where the monolith is
 * @param apis by name, the part of the path after {@code /api/}
 */
@Validated
@ConfigurationProperties("rentwave")
public record MovingApis(
        @NotNull @Valid Backends backends, @NotEmpty Map<String, @Valid MovingApi> apis) {

    private static final String MONOLITH = "legacy-monolith";

    /** @throws IllegalArgumentException when the monolith would have to wait for rows of two APIs at once */
    public MovingApis {
        Map<String, MovingApi> moving = new TreeMap<>();
        if (apis != null) {
            apis.forEach((name, api) -> {
                if (api.uri() != null) {
                    moving.put(name, api);
                }
            });
        }
        apis = Collections.unmodifiableMap(moving);
        List<String> readers = new ArrayList<>();
        apis.values().forEach(api -> readers.addAll(api.readBy().keySet()));
        if (Set.copyOf(readers).size() < readers.size()) {
            throw new IllegalArgumentException("one API reads the rows of two that move: " + readers);
        }
    }

    /**
     * What does not move.
     *
     * @param legacyUri the monolith, without a path
     */
    public record Backends(@NotNull URI legacyUri) {}

    /**
     * Rows of an API that another API of the monolith reads.
     *
     * @param api whose rows
     */
    public record Need(String api, MovingApi.Reading reading) {}

    public Set<String> names() {
        return apis.keySet();
    }

    /** @throws IllegalArgumentException when the API does not move */
    public MovingApi of(String api) {
        MovingApi found = apis.get(api);
        if (found == null) {
            throw new IllegalArgumentException("nothing is configured about the API " + api);
        }
        return found;
    }

    /** Scheme, host and port of the side that answers for an API. Everything that does not move is the monolith's. */
    public URI uri(String api, Side side) {
        return side == Side.LEGACY ? backends.legacyUri() : of(api).uri();
    }

    /** The name of the component at a side. */
    public String component(String api, Side side) {
        return side == Side.LEGACY ? MONOLITH : of(api).component();
    }

    /** The component at a side, at the beginning of a sentence. */
    public String called(String api, Side side) {
        return side == Side.LEGACY ? "The monolith" : of(api).called();
    }

    /** The moving API whose rows another API of the monolith reads. */
    public Optional<Need> needOf(String reader) {
        for (Map.Entry<String, MovingApi> api : apis.entrySet()) {
            MovingApi.Reading reading = api.getValue().readBy().get(reader);
            if (reading != null) {
                return Optional.of(new Need(api.getKey(), reading));
            }
        }
        return Optional.empty();
    }
}
