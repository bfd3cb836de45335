package com.rentwave.facade.shadow;

import com.rentwave.sync.Side;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Spells out the reads that are configured for a rehearsal. One that contains <code>{ids of /api/things}</code> is made
 * for each thing on that list, as the monolith has it: its copy has what has moved as well.
 */
final class RehearsedPaths {

    private static final Pattern IDS = Pattern.compile("\\{ids of ([^}]+)\\}");

    private final Reader reader;
    private final JsonMapper json = new JsonMapper();

    RehearsedPaths(Reader reader) {
        this.reader = reader;
    }

    /** Empty when the list cannot be read. */
    List<String> of(String api, String configured) throws InterruptedException {
        Matcher ids = IDS.matcher(configured);
        if (!ids.find()) {
            return List.of(configured);
        }
        Read list = new Read(api, ids.group(1), Map.of("Accept", "application/json"));
        try {
            return json.readTree(reader.read(Side.LEGACY, list, "").body())
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
