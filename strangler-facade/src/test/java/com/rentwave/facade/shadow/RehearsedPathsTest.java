package com.rentwave.facade.shadow;

import static org.assertj.core.api.Assertions.assertThat;

import com.rentwave.sync.Side;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RehearsedPathsTest {

    private final List<String> asked = new ArrayList<>();

    private RehearsedPaths paths(String answer) {
        return new RehearsedPaths(
                (side, read, position) -> {
                    asked.add(side + " " + read.api() + " " + read.path());
                    if (answer == null) {
                        throw new IOException("no answer");
                    }
                    return new SideAnswer(200, Map.of(), answer.getBytes(StandardCharsets.UTF_8));
                },
                api -> api.equals("vehicles") ? Side.SERVICE : Side.LEGACY);
    }

    @Test
    void aPlainReadIsMadeAsItIs() throws Exception {
        assertThat(paths(null).of("/api/rentals/calendar")).containsExactly("/api/rentals/calendar");
        assertThat(asked).isEmpty();
    }

    @Test
    void aReadIsMadeForEachThingOnAListOfTheMonolith() throws Exception {
        List<String> found = paths("{\"items\":[{\"id\":7},{\"id\":12},{}],\"nextCursor\":null}")
                .of("/api/rentals/calendar?type=room&id={ids of /api/rooms?limit=3}&from=2026-01-01");

        assertThat(found)
                .containsExactly(
                        "/api/rentals/calendar?type=room&id=7&from=2026-01-01",
                        "/api/rentals/calendar?type=room&id=12&from=2026-01-01");
        assertThat(asked).containsExactly(Side.LEGACY + " rooms /api/rooms?limit=3");
    }

    @Test
    void aListIsReadWhereItsThingsAreOwned() throws Exception {
        assertThat(paths("{\"items\":[{\"id\":8}]}").of("/x?id={ids of /api/vehicles?limit=1}"))
                .containsExactly("/x?id=8");
        assertThat(asked).containsExactly(Side.SERVICE + " vehicles /api/vehicles?limit=1");
    }

    @Test
    void nothingIsReadForAListThatCannotBeRead() throws Exception {
        assertThat(paths(null).of("/x?id={ids of /api/rooms}")).isEmpty();
        assertThat(paths("<html>").of("/x?id={ids of /api/rooms}")).isEmpty();
    }
}
