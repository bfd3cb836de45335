package com.rentwave.legacy.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rentwave.legacy.web.Cursor;
import com.rentwave.legacy.web.Parameters;
import com.rentwave.legacy.web.Refusal;
import org.junit.jupiter.api.Test;

class BookQueryTest {

    @Test
    void asksForEverythingNewestFirst() {
        assertThat(new BookQuery(new Parameters(null)).sql())
                .isEqualTo("SELECT * FROM t_bk ORDER BY crt_ts DESC, isbn_no DESC LIMIT 21");
    }

    @Test
    void passesEveryValueFoldedAsAParameter() {
        BookQuery query = new BookQuery(new Parameters("q=G%C3%B6del+100%25&author=%20Bj%C3%B6rk%20&language=ger"));

        assertThat(query.sql())
                .contains("WHERE (ttl_srch_tx", "AND ath_srch_tx LIKE ? AND lng_cd = ?")
                .doesNotContain("odel");
        assertThat(query.values()).containsExactly("%godel%", "%100\\%%", "%bjork%", "de");
    }

    @Test
    void goesOnBehindTheCursor() {
        BookQuery query = new BookQuery(
                new Parameters("sort=title&limit=5&cursor=" + new Cursor("title", 0, 9780306406157L).text()));

        assertThat(query.sql()).endsWith("ORDER BY ttl_srch_tx, isbn_no LIMIT 6");
        assertThat(query.values()).containsExactly(9780306406157L, 9780306406157L);
        assertThatThrownBy(
                        () -> new BookQuery(new Parameters("cursor=" + new Cursor("title", 0, 9780306406157L).text())))
                .isInstanceOf(Refusal.class);
    }
}
