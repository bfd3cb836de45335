package com.rentwave.legacy.book;

import static org.assertj.core.api.Assertions.assertThat;

import com.rentwave.legacy.FilledDatabase;
import com.rentwave.legacy.offer.OfferQuery;
import com.rentwave.legacy.web.Parameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdvertPlansIT {

    @ParameterizedTest
    @CsvSource({
        "'', t_bk_adv_new_ix",
        "sort=price, t_bk_adv_prc_ix",
        "sort=-price, t_bk_adv_prc_ix",
        "ownerId=7, t_bk_adv_own_ix",
        "maxPrice=20, t_bk_adv_prc_ix"
    })
    void usesAnIndexForEveryFilterAndOrder(String query, String index) {
        assertThat(plan(AdvertResource.query(new Parameters(query)), query))
                .contains(index)
                .doesNotContain("Seq Scan");
    }

    @Test
    void findsTheAdvertsOfABookByAnIndex() {
        OfferQuery wanted = AdvertResource.query(new Parameters(""));
        wanted.filters().where("isbn_no = ?", 9780000000500L);

        assertThat(plan(wanted, "")).contains("t_bk_adv_bk_ix").doesNotContain("Seq Scan");
    }

    private static String plan(OfferQuery wanted, String query) {
        wanted.sorted(new Parameters(query));
        return FilledDatabase.get().plan(wanted.sql(), wanted.values());
    }
}
