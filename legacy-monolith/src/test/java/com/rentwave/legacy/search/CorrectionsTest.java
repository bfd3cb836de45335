package com.rentwave.legacy.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CorrectionsTest {

    @ParameterizedTest
    @CsvSource({
        "golf, golf, 0",
        "gofl, golf, 1",
        "hary, harry, 1",
        "potterr, potter, 1",
        "pitter, potter, 1",
        "tansit, transit, 1",
        "'', abc, 3",
        "ab, abcdefg, 2147483647"
    })
    void countsSlips(String one, String other, int slips) {
        assertThat(Corrections.slips(one, other)).isEqualTo(slips);
        assertThat(Corrections.slips(other, one)).isEqualTo(slips);
    }

    @Test
    void findsTheWordsThatWereMeant() {
        List<String> texts = List.of(
                "hard times charles dickens",
                "harry potter and the goblet of fire (harry potter, #4)",
                "harry potter and the chamber of secrets",
                "mary porter");

        assertThat(Corrections.of(List.of("hary", "poter"), texts))
                .containsExactly(List.of("harry", "potter"), List.of("mary", "porter"))
                .isEqualTo(Corrections.of(List.of("hary", "poter"), texts));
    }

    @Test
    void prefersTheFewestSlipsWhateverIsMoreFrequent() {
        assertThat(Corrections.of(List.of("tansit"), List.of("titanic sit", "tandem", "ford transit", "bandit")))
                .containsExactly(List.of("transit"));
    }

    @Test
    void leavesShortWordsAndRightWordsAsTheyAre() {
        assertThat(Corrections.of(List.of("vw", "gofl"), List.of("vw golf", "bmw golf")))
                .containsExactly(List.of("vw", "golf"));
        assertThat(Corrections.of(List.of("vw", "golf"), List.of("vw golf"))).isEmpty();
        assertThat(Corrections.of(List.of("bmx"), List.of("bmw"))).isEmpty();
    }

    @Property
    void forgivesOneSlipInEveryLongerWord(
            @ForAll @AlphaChars @StringLength(min = 4, max = 12) String word, @ForAll @IntRange(max = 11) int place) {
        int at = place % word.length();
        String missing = word.substring(0, at) + word.substring(at + 1);

        assertThat(Corrections.slips(missing, word)).isEqualTo(1);
        assertThat(Corrections.of(List.of(word + '1'), List.of(word))).containsExactly(List.of(word));
    }
}
