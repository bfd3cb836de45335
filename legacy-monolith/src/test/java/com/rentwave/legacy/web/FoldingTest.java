package com.rentwave.legacy.web;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class FoldingTest {

    @Test
    void leavesOutMarksAndCapitals() {
        assertThat(Folding.fold("Ünquiet København, ŁÓDŹ & Straße")).isEqualTo("unquiet kobenhavn, lodz & strasse");
        assertThat(Folding.words(" The  Hunger\tGames\u0000! ")).containsExactly("the", "hunger", "games", "!");
        assertThat(Folding.words(" ")).isEmpty();
    }

    @Property
    void leavesNothingThatADatabaseCannotHold(@ForAll String text) {
        assertThat(Folding.fold(text).chars()).noneMatch(c -> c == 0 || Character.isISOControl(c));
        assertThat(Folding.words(text)).noneMatch(String::isBlank);
    }
}
