package com.rentwave.legacy.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class AmenityTest {

    @Test
    void haveCodesOfTheirOwn() {
        assertThat(Arrays.stream(Amenity.values()).map(Amenity::code))
                .doesNotHaveDuplicates()
                .allMatch(code -> code.matches("[A-Z]{2}"));
        assertThatThrownBy(() -> Amenity.parse("XX")).isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void comeBackAsTheyWentInTheOrderOfDeclaration(@ForAll Set<Amenity> amenities) {
        assertThat(Amenity.parse(Amenity.text(amenities))).containsExactlyElementsOf(new TreeSet<>(amenities));
    }
}
