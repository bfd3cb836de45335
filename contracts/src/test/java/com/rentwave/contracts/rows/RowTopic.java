package com.rentwave.contracts.rows;

import static au.com.dius.pact.consumer.dsl.LambdaDsl.newJsonBody;
import static com.rentwave.contracts.rows.RowForms.LSN;
import static com.rentwave.contracts.rows.RowForms.form;
import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.consumer.MessagePactBuilder;
import au.com.dius.pact.consumer.dsl.DslPart;
import au.com.dius.pact.consumer.dsl.LambdaDslJsonArray;
import au.com.dius.pact.consumer.dsl.LambdaDslObject;
import au.com.dius.pact.core.model.V4Interaction.AsynchronousMessage;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.matchingrules.TypeMatcher;
import com.rentwave.sync.ApiMapping;
import com.rentwave.sync.RentalsMapping;
import com.rentwave.sync.RowChange;
import com.rentwave.sync.RowRecord;
import com.rentwave.sync.RowRecordJson;
import com.rentwave.sync.Side;
import com.rentwave.sync.VehiclesMapping;
import java.util.Map;
import java.util.function.Consumer;

/** A topic of rows, and what its applier relies on whatever rows they are. */
enum RowTopic {
    VEHICLES_LEGACY(VehiclesMapping.mapping(), Side.LEGACY),
    VEHICLES_SERVICE(VehiclesMapping.mapping(), Side.SERVICE),
    RENTALS_LEGACY(RentalsMapping.mapping(), Side.LEGACY),
    RENTALS_SERVICE(RentalsMapping.mapping(), Side.SERVICE);

    private final ApiMapping mapping;
    private final Side side;

    RowTopic(ApiMapping mapping, Side side) {
        this.mapping = mapping;
        this.side = side;
    }

    /** Rows of one transaction. */
    V4Pact changes(MessagePactBuilder pact, String state, String what, Consumer<LambdaDslJsonArray> changes) {
        return record(pact, state, what, rows("CHANGES", changes));
    }

    /** Rows that were there when the stream was armed. */
    V4Pact copied(MessagePactBuilder pact, Consumer<LambdaDslJsonArray> changes) {
        return record(pact, "the stream was armed", "rows of the first copy", rows("SNAPSHOT", changes));
    }

    V4Pact copyBegins(MessagePactBuilder pact) {
        return mark(pact, "the stream was armed", "the beginning of the first copy", "SNAPSHOT_BEGIN");
    }

    V4Pact copyEnds(MessagePactBuilder pact) {
        return mark(pact, "the stream was armed", "the end of the first copy", "SNAPSHOT_END");
    }

    /** A mark that somebody waits for. */
    V4Pact barrier(MessagePactBuilder pact) {
        DslPart barrier = newJsonBody(o -> {
                    head(o, "BARRIER");
                    o.and("barrier", "b1", form(".+"), TypeMatcher.INSTANCE);
                    o.array("changes", none -> {});
                })
                .build();
        return record(pact, "somebody waits for a barrier", "a barrier", barrier);
    }

    V4Pact heartbeat(MessagePactBuilder pact) {
        return mark(pact, "the log moves on without a row", "a heartbeat", "HEARTBEAT");
    }

    private V4Pact mark(MessagePactBuilder pact, String state, String what, String kind) {
        return record(pact, state, what, rows(kind, none -> {}));
    }

    private DslPart rows(String kind, Consumer<LambdaDslJsonArray> changes) {
        return newJsonBody(o -> {
                    head(o, kind);
                    o.array("changes", changes);
                })
                .build();
    }

    private void head(LambdaDslObject o, String kind) {
        o.stringValue("kind", kind)
                .stringValue("api", mapping.api())
                .stringValue("side", side.word())
                .integerType("epoch", 0)
                .and("systemId", "7564209138461", form("\\d+"), TypeMatcher.INSTANCE)
                .integerType("timeline", 1)
                .and("lsn", "0/1A2B3C8", form(LSN), TypeMatcher.INSTANCE)
                .integerType("part", 0)
                .booleanType("last", true);
        if (kind.equals("CHANGES")) {
            o.and("tx", "749", form("\\d+"), TypeMatcher.INSTANCE);
        }
    }

    private V4Pact record(MessagePactBuilder pact, String state, String what, DslPart content) {
        return pact.given(state)
                .expectsToReceive(what)
                .withMetadata(Map.of("topic", RowRecord.topic(mapping.api(), side)))
                .withContent(content)
                .toPact(V4Pact.class);
    }

    /** One row in a record. */
    static LambdaDslJsonArray change(
            LambdaDslJsonArray changes, String table, String op, Consumer<LambdaDslObject> row) {
        return changes.object(change ->
                change.stringValue("table", table).stringValue("op", op).object("row", row));
    }

    /** The record as the applier reads it. */
    static RowRecord read(AsynchronousMessage message) {
        return RowRecordJson.read(message.contentsAsBytes());
    }

    /** The applier writes this to the other side. */
    void applies(AsynchronousMessage message, int nth, RowChange.Op op, Map<String, Object> columns) {
        RowRecord record = read(message);
        RowChange change = mapping.mapped(record.side(), record.changes().get(nth));
        assertThat(change.op()).isEqualTo(op);
        assertThat(change.row()).containsAllEntriesOf(columns);
    }

    static void passesABarrier(AsynchronousMessage message) {
        assertThat(read(message).barrier()).isEqualTo("b1");
    }

    static void touchesNoRows(AsynchronousMessage message) {
        assertThat(read(message).touchesRows()).isFalse();
    }
}
