package com.rentwave.legacy.book;

import static org.assertj.core.api.Assertions.assertThat;

import com.rentwave.legacy.FilledDatabase;
import com.rentwave.legacy.web.Parameters;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BookPlansIT {

    @ParameterizedTest
    @CsvSource({
        "'', t_bk_new_ix",
        "cursor=bmV3ZXN0OjE3NjgwMDAwMDAwMDAwMDA6NQ, t_bk_new_ix",
        "sort=title, t_bk_ttl_ix",
        "sort=title&cursor=dGl0bGU6MDo5NzgwMDAwMDAwNTAw, t_bk_ttl_ix",
        "q=1f0e3dad, t_bk_tx_ix",
        "q=9780000000123, t_bk_tx_ix",
        "q=book, t_bk_",
        "author=1f0e3dad, t_bk_ath_ix",
        "language=da, t_bk_lng_ix",
        "language=da&sort=title, t_bk_lng_ttl_ix"
    })
    void usesAnIndexForEveryFilterAndOrder(String query, String index) {
        BookQuery wanted = new BookQuery(new Parameters(query));

        String plan = FilledDatabase.get().plan(wanted.sql(), wanted.values());

        assertThat(plan).as(plan).contains(index).doesNotContain("Seq Scan");
    }
}
