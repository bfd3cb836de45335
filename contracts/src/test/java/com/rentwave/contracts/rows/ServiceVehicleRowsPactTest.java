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

/** What the applier in cdc relies on in the rows that vehicle-service has committed: the way back. */
@PactTestFor(
        providerName = VehicleRows.SERVICE_TOPIC,
        providerType = ProviderType.ASYNCH,
        pactVersion = PactSpecVersion.V4)
class ServiceVehicleRowsPactTest extends EveryApplier {

    private static final String CONSUMER = "cdc";

    ServiceVehicleRowsPactTest() {
        super(VehicleRows.SERVICE.topic(), CONSUMER);
    }

    @Pact(consumer = CONSUMER)
    V4Pact addsAVehicle(MessagePactBuilder pact) {
        return VehicleRows.SERVICE.added(pact);
    }

    @Test
    @PactTestFor(pactMethod = "addsAVehicle")
    void addsAVehicle(AsynchronousMessage message) {
        VehicleRows.SERVICE
                .topic()
                .applies(
                        message,
                        0,
                        RowChange.Op.INSERT,
                        Map.of("veh_id", 18L, "sz_cd", "WG", "attr_tx", "colour=red\ntow bar=yes"));
        VehicleRows.SERVICE.topic().applies(message, 1, RowChange.Op.INSERT, Map.of("sts_cd", 201L));
    }

    @Pact(consumer = CONSUMER)
    V4Pact changesAVehicle(MessagePactBuilder pact) {
        return VehicleRows.SERVICE.paused(pact);
    }

    @Test
    @PactTestFor(pactMethod = "changesAVehicle")
    void changesAVehicle(AsynchronousMessage message) {
        VehicleRows.SERVICE.topic().applies(message, 0, RowChange.Op.UPDATE, Map.of("avl_fl", "N"));
    }

    @Pact(consumer = CONSUMER)
    V4Pact removesAVehicle(MessagePactBuilder pact) {
        return VehicleRows.SERVICE.removed(pact);
    }

    @Test
    @PactTestFor(pactMethod = "removesAVehicle")
    void removesAVehicle(AsynchronousMessage message) {
        VehicleRows.SERVICE.topic().applies(message, 0, RowChange.Op.DELETE, Map.of("veh_id", 18L));
    }
}
