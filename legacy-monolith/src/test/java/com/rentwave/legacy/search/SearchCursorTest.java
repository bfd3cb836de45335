package com.rentwave.legacy.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rentwave.legacy.web.Refusal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class SearchCursorTest {

    @Property
    void comesBackAsItWent(
            @ForAll SearchMode mode,
            @ForAll @IntRange(max = 3000) int rank,
            @ForAll @LongRange(max = 2_000_000_000_000_000L) long micros,
            @ForAll ItemType type,
            @ForAll @LongRange(min = 1, max = 999_999_999_999_999_999L) long id) {
        SearchCursor cursor = new SearchCursor(mode, rank, micros, type.code(), id);
        boolean newest = mode == SearchMode.NEWEST;

        assertThat(SearchCursor.parse(cursor.text(), newest)).isEqualTo(cursor);
        assertThatThrownBy(() -> SearchCursor.parse(cursor.text(), !newest)).isInstanceOf(Refusal.class);
    }

    @Property
    void refusesAnythingElse(@ForAll String text) {
        assertThatThrownBy(() -> SearchCursor.parse(text, true)).isInstanceOf(Refusal.class);
    }
}
