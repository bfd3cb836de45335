package com.rentwave.facade.shadow;

import com.rentwave.sync.Side;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Spells out the reads that are configured for a rehearsal. One that contains <code>{ids of /api/things}</code> is made
 * for each thing on that list, as the side has it that answers for such things: the monolith may be retired from them.
 */
final class RehearsedPaths {

    private static final Pattern API = Pattern.compile("/api/([^/?]+).*");
    private static final Pattern IDS = Pattern.compile("\\{ids of ([^}]+)\\}");

    private final Reader reader;
    private final Function<String, Side> sides;
    private final JsonMapper json = new JsonMapper();

    /** @param sides which side answers reads of an API */
    RehearsedPaths(Reader reader, Function<String, Side> sides) {
        this.reader = reader;
        this.sides = sides;
    }

    /** Empty when the list cannot be read. */
    List<String> of(String configured) throws InterruptedException {
        Matcher ids = IDS.matcher(configured);
        if (!ids.find()) {
            return List.of(configured);
        }
        String things = API.matcher(ids.group(1)).replaceAll("$1");
        Read list = new Read(things, ids.group(1), Map.of("Accept", "application/json"));
        try {
            return json.readTree(reader.read(sides.apply(things), list, "").body())
                    .path("items")
                    .valueStream()
                    .map(item -> item.path("id").asString(""))
                    .filter(id -> !id.isEmpty())
                    .map(id -> configured.replace(ids.group(), id))
                    .toList();
        } catch (IOException | JacksonException e) {
            return List.of();
        }
    }
}
