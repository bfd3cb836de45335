package com.rentwave.legacy.vehicle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class AttributesTest {

    @Test
    void writesOneEscapedLineForEachSortedByName() {
        SortedMap<String, String> attributes = new TreeMap<>(Map.of("b", "1=\\\n2", "a=", "", "B", "ä"));

        assertThat(Attributes.text(attributes)).isEqualTo("B=ä\na\\==\nb=1\\=\\\\\\n2");
        assertThat(Attributes.text(new TreeMap<>())).isEmpty();
        assertThat(Attributes.parse("")).isEmpty();
    }

    @Property
    void comesBackAsItWasWritten(
            @ForAll
                    Map<
                                    @StringLength(min = 1, max = 6) @Chars({'\\', '=', '\n', 'n', 'a'})
                                    @CharRange(from = ' ', to = '~') String,
                                    @StringLength(max = 6) @Chars({'\\', '=', '\n', 'n'})
                                    @CharRange(from = ' ', to = '~') String>
                            attributes) {
        SortedMap<String, String> sorted = new TreeMap<>(attributes);

        assertThat(Attributes.parse(Attributes.text(sorted))).isEqualTo(sorted);
    }
}
