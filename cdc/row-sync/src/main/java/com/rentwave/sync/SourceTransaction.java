package com.rentwave.sync;

import java.util.List;

/**
 * The records of one source transaction, or a single record of another kind.
 *
 * @param records at least one, in order
 * @param nextOffset Kafka offset after the last of them
 */
record SourceTransaction(List<RowRecord> records, long nextOffset) {

    SourceTransaction {
        records = List.copyOf(records);
    }

    RowRecord last() {
        return records.get(records.size() - 1);
    }
}
