package com.rentwave.facade.shadow;

import java.util.List;

/**
 * How two answers to one read differ, without anybody's data.
 *
 * @param cause what kind of difference it is; answers with the same cause probably have the same mistake
 * @param lines one sentence each, most telling first
 */
record Difference(String cause, List<String> lines) {

    Difference {
        lines = List.copyOf(lines);
    }
}
