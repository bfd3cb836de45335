package com.rentwave.legacy.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.rentwave.legacy.FilledDatabase;
import com.rentwave.legacy.web.Parameters;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchPlansIT {

    private static SearchRequest wanted(String query) {
        return SearchRequest.read(new Parameters(query));
    }

    private static String plan(SearchRequest wanted, List<List<String>> meant) {
        SearchSql sql = new SearchSql(wanted, meant, 21);
        return FilledDatabase.get().plan(sql.text(), sql.values());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "available=true", "type=room&available=true", "maxPrice=20", "minPrice=19990&q=room"})
    void readsNoTableThroughWithoutOrWithFilters(String query) {
        assertThat(plan(wanted(query), List.of())).doesNotContain("Seq Scan");
    }

    @Test
    void findsTheNewestByTheIndexOfTheirTimes() {
        assertThat(plan(wanted(""), List.of())).contains("t_veh_new_ix", "t_bk_adv_new_ix", "t_room_new_ix");
    }

    @Test
    void findsRareWordsByTheirTrigrams() {
        assertThat(plan(wanted("q=1f0e3dad"), List.of()))
                .contains("t_veh_srch_ix", "t_bk_adv_srch_ix", "t_room_full_ix")
                .doesNotContain("Seq Scan");
        assertThat(plan(wanted("q=1f0e3dad"), List.of(List.of("1f0e3dae"), List.of("1f0e3daf"))))
                .contains("t_veh_srch_ix", "t_bk_adv_srch_ix", "t_room_full_ix")
                .doesNotContain("Seq Scan");
    }

    @Test
    void findsCommonWordsWithoutReadingATableThrough() {
        assertThat(plan(wanted("q=room+place"), List.of())).doesNotContain("Seq Scan");
        assertThat(plan(wanted("q=ford+compact"), List.of())).doesNotContain("Seq Scan");
    }

    @Test
    void samplesSimilarWordsByTheirTrigrams() {
        SampleSql sample = new SampleSql(wanted("q=1f0e3dxd"));

        assertThat(FilledDatabase.get().plan(sample.text(), sample.values(), "enable_seqscan = off"))
                .contains("t_veh_srch_ix", "t_bk_adv_srch_ix", "t_room_srch_ix")
                .doesNotContain("Seq Scan");
    }
}
