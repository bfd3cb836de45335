package com.rentwave.contracts.rows;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.consumer.MessagePactBuilder;
import au.com.dius.pact.consumer.junit5.PactConsumerTestExt;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.consumer.junit5.ProviderType;
import au.com.dius.pact.core.model.PactSpecVersion;
import au.com.dius.pact.core.model.V4Interaction.AsynchronousMessage;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import com.rentwave.sync.RowChange;
import com.rentwave.sync.RowRecord;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the applier in vehicle-service relies on in the rows that the monolith has committed. */
@ExtendWith(PactConsumerTestExt.class)
@PactTestFor(
        providerName = VehicleRows.LEGACY_TOPIC,
        providerType = ProviderType.ASYNCH,
        pactVersion = PactSpecVersion.V4)
class LegacyVehicleRowsPactTest {

    private static final String APPLIER = "vehicle-service";

    @Pact(consumer = APPLIER)
    V4Pact forgetsWhatItHasBeforeAFirstCopy(MessagePactBuilder pact) {
        return VehicleRows.LEGACY.topic().copyBegins(pact);
    }

    @Test
    @PactTestFor(pactMethod = "forgetsWhatItHasBeforeAFirstCopy")
    void forgetsWhatItHasBeforeAFirstCopy(AsynchronousMessage message) {
        assertThat(RowTopic.read(message).touchesRows()).isTrue();
    }

    @Pact(consumer = APPLIER)
    V4Pact copiesTheRowsThatAreThere(MessagePactBuilder pact) {
        return VehicleRows.LEGACY.copied(pact);
    }

    @Test
    @PactTestFor(pactMethod = "copiesTheRowsThatAreThere")
    void copiesTheRowsThatAreThere(AsynchronousMessage message) {
        VehicleRows.LEGACY.topic().applies(message, 0, RowChange.Op.INSERT, Map.of("make", "Skoda"));
    }

    @Pact(consumer = APPLIER)
    V4Pact knowsWhenTheFirstCopyIsComplete(MessagePactBuilder pact) {
        return VehicleRows.LEGACY.topic().copyEnds(pact);
    }

    @Test
    @PactTestFor(pactMethod = "knowsWhenTheFirstCopyIsComplete")
    void knowsWhenTheFirstCopyIsComplete(AsynchronousMessage message) {
        assertThat(RowTopic.read(message).kind()).isEqualTo(RowRecord.Kind.SNAPSHOT_END);
    }

    @Pact(consumer = APPLIER)
    V4Pact addsAVehicle(MessagePactBuilder pact) {
        return VehicleRows.LEGACY.added(pact);
    }

    @Test
    @PactTestFor(pactMethod = "addsAVehicle")
    void addsAVehicle(AsynchronousMessage message) {
        VehicleRows.LEGACY
                .topic()
                .applies(
                        message,
                        0,
                        RowChange.Op.INSERT,
                        Map.of(
                                "id",
                                17L,
                                "size_class",
                                "WAGON",
                                "attributes",
                                "{\"colour\":\"red\",\"tow bar\":\"yes\"}"));
        VehicleRows.LEGACY.topic().applies(message, 1, RowChange.Op.INSERT, Map.of("status", 201L));
    }

    @Pact(consumer = APPLIER)
    V4Pact changesAVehicle(MessagePactBuilder pact) {
        return VehicleRows.LEGACY.paused(pact);
    }

    @Test
    @PactTestFor(pactMethod = "changesAVehicle")
    void changesAVehicle(AsynchronousMessage message) {
        VehicleRows.LEGACY.topic().applies(message, 0, RowChange.Op.UPDATE, Map.of("available", false));
    }

    @Pact(consumer = APPLIER)
    V4Pact removesAVehicle(MessagePactBuilder pact) {
        return VehicleRows.LEGACY.removed(pact);
    }

    @Test
    @PactTestFor(pactMethod = "removesAVehicle")
    void removesAVehicle(AsynchronousMessage message) {
        VehicleRows.LEGACY.topic().applies(message, 0, RowChange.Op.DELETE, Map.of("id", 17L));
    }

    @Pact(consumer = APPLIER)
    V4Pact passesABarrier(MessagePactBuilder pact) {
        return VehicleRows.LEGACY.topic().barrier(pact);
    }

    @Test
    @PactTestFor(pactMethod = "passesABarrier")
    void passesABarrier(AsynchronousMessage message) {
        RowTopic.passesABarrier(message);
    }

    @Pact(consumer = APPLIER)
    V4Pact movesOnWhenNothingOfTheApiHasChanged(MessagePactBuilder pact) {
        return VehicleRows.LEGACY.topic().heartbeat(pact);
    }

    @Test
    @PactTestFor(pactMethod = "movesOnWhenNothingOfTheApiHasChanged")
    void movesOnWhenNothingOfTheApiHasChanged(AsynchronousMessage message) {
        RowTopic.touchesNoRows(message);
    }
}
