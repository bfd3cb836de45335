package com.rentwave.contracts.rows;

import au.com.dius.pact.consumer.MessagePactBuilder;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.consumer.junit5.ProviderType;
import au.com.dius.pact.core.model.PactSpecVersion;
import au.com.dius.pact.core.model.V4Interaction.AsynchronousMessage;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import com.rentwave.sync.RowChange;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the applier in vehicle-service relies on in the rows that the monolith has committed. */
@PactTestFor(
        providerName = VehicleRows.LEGACY_TOPIC,
        providerType = ProviderType.ASYNCH,
        pactVersion = PactSpecVersion.V4)
class LegacyVehicleRowsPactTest extends EveryCopyingApplier {

    private static final String CONSUMER = "vehicle-service";

    LegacyVehicleRowsPactTest() {
        super(VehicleRows.LEGACY.topic(), CONSUMER);
    }

    @Pact(consumer = CONSUMER)
    V4Pact copiesTheRowsThatAreThere(MessagePactBuilder pact) {
        return VehicleRows.LEGACY.copied(pact);
    }

    @Test
    @PactTestFor(pactMethod = "copiesTheRowsThatAreThere")
    void copiesTheRowsThatAreThere(AsynchronousMessage message) {
        VehicleRows.LEGACY.topic().applies(message, 0, RowChange.Op.INSERT, Map.of("make", "Skoda"));
    }

    @Pact(consumer = CONSUMER)
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

    @Pact(consumer = CONSUMER)
    V4Pact changesAVehicle(MessagePactBuilder pact) {
        return VehicleRows.LEGACY.paused(pact);
    }

    @Test
    @PactTestFor(pactMethod = "changesAVehicle")
    void changesAVehicle(AsynchronousMessage message) {
        VehicleRows.LEGACY.topic().applies(message, 0, RowChange.Op.UPDATE, Map.of("available", false));
    }

    @Pact(consumer = CONSUMER)
    V4Pact removesAVehicle(MessagePactBuilder pact) {
        return VehicleRows.LEGACY.removed(pact);
    }

    @Test
    @PactTestFor(pactMethod = "removesAVehicle")
    void removesAVehicle(AsynchronousMessage message) {
        VehicleRows.LEGACY.topic().applies(message, 0, RowChange.Op.DELETE, Map.of("id", 17L));
    }
}
