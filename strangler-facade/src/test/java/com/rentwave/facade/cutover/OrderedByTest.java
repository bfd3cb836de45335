package com.rentwave.facade.cutover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class OrderedByTest {

    @Test
    void takesShortNamesOfLettersOfAnyLanguage() {
        for (String name : new String[] {"anna", "Änne O'Neill", "安娜", "a.b_c@d+e-f", "7", "x".repeat(40)}) {
            assertThat(OrderedBy.operator("bearer token", name).name()).isEqualTo(name);
        }
        assertThat(OrderedBy.operator("bearer token", null).name()).isNull();
    }

    @Test
    void takesNothingThatAPageOrATerminalCouldObey() {
        for (String name : new String[] {
            "", " ", " anna", "x".repeat(41), "<b>", "a\"b", "a\nb", "\u001b[31m", "a\u202eb", "a;b", "a/b", "a&b"
        }) {
            assertThatIllegalArgumentException().as(name).isThrownBy(() -> OrderedBy.operator("bearer token", name));
        }
    }
}
