package com.rentwave.facade.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BucketsTest {

    @Test
    void putsAUserAlwaysIntoTheSameBucket() {
        assertThat(Buckets.of("vehicles:7")).isEqualTo(Buckets.of("vehicles:7")).isBetween(0, 9_999);
    }

    @Test
    void spreadsUsersEvenly() {
        int[] users = new int[10_000];
        IntStream.range(0, 2_000_000).forEach(user -> users[Buckets.of("vehicles:" + user)]++);

        assertThat(Arrays.stream(users).boxed()).allMatch(count -> count > 120 && count < 290);
    }
}
