package com.rentwave.sync;

import static com.rentwave.sync.SourceSide.insert;
import static com.rentwave.sync.SourceSide.update;
import static com.rentwave.sync.TestDatabase.run;
import static com.rentwave.sync.TestRows.legacyVehicle;
import static org.assertj.core.api.Assertions.assertThat;

import com.rentwave.sync.ApplierStatus.State;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What cannot be applied stops the stream with its reason, behind the rows before it; nothing is skipped or guessed. */
class ApplierStopsIT extends WithAppliers {

    @Test
    void aPartThatIsMissingStopsTheStream() throws SQLException {
        Applier applier = start();
        RowRecord whole = source.unsent(RowRecord.Kind.CHANGES, SYSTEM, 0x1000);
        source.send(List.of(
                SourceSide.part(whole, 0, false, List.of(insert(legacyVehicle(1)))),
                SourceSide.part(whole, 2, true, List.of(insert(legacyVehicle(3))))));

        fails(applier, "not the part that comes next");
        assertThat(service.text("SELECT count(*) FROM vehicle")).isEqualTo("0");
    }

    @Test
    void aRowThatCannotBeAppliedStopsTheStreamBehindTheRowsBeforeIt() throws SQLException {
        run(service.superuser(), "ALTER TABLE vehicle ADD CONSTRAINT lawful CHECK (seats < 100)");
        source.commit(insert(legacyVehicle(1)));
        source.commit(insert(legacyVehicle(3)), insert(legacyVehicle(5, "seat_ct", 100L)));
        RowRecord last = source.commit(insert(legacyVehicle(7)));

        Applier applier = start();

        fails(applier, "offset 1: vehicle id=5");
        assertThat(applier.status().reason()).contains("lawful", "23514");
        holds(legacyVehicle(1));
        assertThat(offset()).isEqualTo(1);

        run(service.superuser(), "ALTER TABLE vehicle DROP CONSTRAINT lawful");
        reaches(applier, last);
        assertThat(applier.status().state()).isEqualTo(State.RUNNING);
        assertThat(service.text("SELECT count(*) FROM vehicle")).isEqualTo("4");
    }

    @Test
    void aRowThatIsNotMappedStopsTheStream() {
        Applier applier = start();
        source.commit(insert(legacyVehicle(1, "fuel_cd", "??")));

        fails(applier, "t_veh.fuel_cd of veh_id=1");
    }

    @Test
    void aMessageThatIsNoRecordStopsTheStream() {
        Applier applier = start();
        source.sendRaw("{\"kind\":\"SURPRISE\"}");

        fails(applier, "record 0 of " + STREAM);
    }

    @Test
    void aRecordOfAnotherClusterStopsTheStream() throws SQLException {
        Applier applier = start();
        RowRecord known = source.commit(insert(legacyVehicle(1)));
        reaches(applier, known);

        source.send(source.unsent(RowRecord.Kind.HEARTBEAT, "99", 0x5000));

        fails(applier, "database cluster 99");
        assertThat(applier.status().appliedLsn()).isEqualTo(known.lsn());
    }

    @DisplayName("rule 12: what the topic no longer holds is an alarm, never skipped and never copied again")
    @Test
    void recordsThatAreGoneFromTheTopicStopTheStream() throws Exception {
        Applier applier = start();
        reaches(applier, source.commit(insert(legacyVehicle(1))));
        applier.close();
        source.commit(insert(legacyVehicle(3)));
        source.commit(insert(legacyVehicle(5)));
        try (Admin admin = Topics.admin(broker)) {
            admin.deleteRecords(Map.of(new TopicPartition(STREAM, 0), RecordsToDelete.beforeOffset(4)))
                    .all()
                    .get();
        }

        Applier again = start();

        fails(again, "records are missing");
        holds(legacyVehicle(1));
        assertThat(offset()).isEqualTo(1);
    }

    @DisplayName("rule 12: nor does an applier start in the middle of a topic that has lost its beginning")
    @Test
    void aTopicWithoutItsBeginningStopsAnApplierThatStartsFromNothing() throws Exception {
        source.commit(insert(legacyVehicle(1)));
        source.commit(insert(legacyVehicle(3)));
        try (Admin admin = Topics.admin(broker)) {
            admin.deleteRecords(Map.of(new TopicPartition(STREAM, 0), RecordsToDelete.beforeOffset(2)))
                    .all()
                    .get();
        }

        fails(start(), "records are missing");
        assertThat(service.text("SELECT count(*) FROM vehicle")).isEqualTo("0");
    }

    @DisplayName("rule 28: and when the row is not there, leaving out is not guessing")
    @Test
    void anIncompleteRowThatIsNotThereStopsTheStream() {
        Applier applier = start();
        Map<String, Object> part = legacyVehicle(1);
        part.remove("attr_tx");

        source.commit(update(part));

        fails(applier, "is to be updated but is not there");
    }
}
