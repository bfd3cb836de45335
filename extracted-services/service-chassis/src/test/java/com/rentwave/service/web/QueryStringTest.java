package com.rentwave.service.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QueryStringTest {

    @Test
    void hasNothingWithoutAQuery() {
        assertThat(QueryString.parse(null).first("q")).isNull();
        assertThat(QueryString.parse("").first("q")).isNull();
    }

    @Test
    void decodesNamesAndValuesAndKeepsRepeatedOnes() {
        QueryString query = QueryString.parse("a=1&a=&%61=b+c%2Bd&e&f=%C3%A9=x&&=y");

        assertThat(query.all("a")).containsExactly("1", "", "b c+d");
        assertThat(query.first("a")).isEqualTo("1");
        assertThat(query.first("e")).isEmpty();
        assertThat(query.first("f")).isEqualTo("é=x");
    }

    @Test
    void takesAPercentSignThatStandsAloneForOne() {
        assertThat(QueryString.parse("q=100%&a=%zz").first("q")).isEqualTo("100%");
        assertThat(QueryString.parse("q=100%&a=%zz").first("a")).isEqualTo("%zz");
    }
}
