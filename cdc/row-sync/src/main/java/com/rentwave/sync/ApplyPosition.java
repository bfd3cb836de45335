package com.rentwave.sync;

/**
 * How far a stream has been applied, as stored in {@code sync.apply_position}.
 *
 * @param nextOffset Kafka offset of the first record that is not applied yet
 * @param applied everything up to here is applied; LSN 0/0 during the first copy
 */
record ApplyPosition(long nextOffset, Position applied) {

    /**
     * The position after one more source transaction.
     *
     * @throws RowsRefusedException when the records come from another database cluster than before
     */
    ApplyPosition after(SourceTransaction transaction) throws RowsRefusedException {
        RowRecord record = transaction.last();
        boolean copying = record.kind() == RowRecord.Kind.SNAPSHOT_BEGIN || record.kind() == RowRecord.Kind.SNAPSHOT;
        boolean first = applied.systemId().equals("0") || record.kind() == RowRecord.Kind.SNAPSHOT_BEGIN;
        if (!first && !applied.systemId().equals(record.systemId())) {
            throw new RowsRefusedException("the records come from database cluster " + record.systemId()
                    + ", no longer from " + applied.systemId());
        }
        boolean sameLog = !first && applied.timeline() == record.timeline();
        Lsn lsn = copying ? new Lsn(0) : record.lsn();
        if (sameLog && applied.lsn().isAtLeast(lsn)) {
            lsn = applied.lsn();
        }
        return new ApplyPosition(
                transaction.nextOffset(),
                new Position(record.side(), record.epoch(), record.systemId(), record.timeline(), lsn));
    }
}
