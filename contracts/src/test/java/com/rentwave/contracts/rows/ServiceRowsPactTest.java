package com.rentwave.contracts.rows;

import static com.rentwave.contracts.rows.RowTopic.applies;

import au.com.dius.pact.consumer.MessagePactBuilder;
import au.com.dius.pact.consumer.junit5.PactConsumerTestExt;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.consumer.junit5.ProviderType;
import au.com.dius.pact.core.model.PactSpecVersion;
import au.com.dius.pact.core.model.V4Interaction.AsynchronousMessage;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import com.rentwave.sync.RowChange;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the applier in cdc relies on in the rows that vehicle-service has committed: the way back. */
@ExtendWith(PactConsumerTestExt.class)
@PactTestFor(providerName = RowBodies.SERVICE, providerType = ProviderType.ASYNCH, pactVersion = PactSpecVersion.V4)
class ServiceRowsPactTest {

    private static final String APPLIER = "cdc";

    @Pact(consumer = APPLIER)
    V4Pact addsAVehicle(MessagePactBuilder pact) {
        return RowTopic.SERVICE.vehicleAdded(pact);
    }

    @Test
    @PactTestFor(pactMethod = "addsAVehicle")
    void addsAVehicle(AsynchronousMessage message) {
        applies(
                message,
                0,
                RowChange.Op.INSERT,
                Map.of("veh_id", 18L, "sz_cd", "WG", "attr_tx", "colour=red\ntow bar=yes"));
        applies(message, 1, RowChange.Op.INSERT, Map.of("sts_cd", 201L));
    }

    @Pact(consumer = APPLIER)
    V4Pact changesAVehicle(MessagePactBuilder pact) {
        return RowTopic.SERVICE.vehiclePaused(pact);
    }

    @Test
    @PactTestFor(pactMethod = "changesAVehicle")
    void changesAVehicle(AsynchronousMessage message) {
        applies(message, 0, RowChange.Op.UPDATE, Map.of("avl_fl", "N"));
    }

    @Pact(consumer = APPLIER)
    V4Pact removesAVehicle(MessagePactBuilder pact) {
        return RowTopic.SERVICE.vehicleRemoved(pact);
    }

    @Test
    @PactTestFor(pactMethod = "removesAVehicle")
    void removesAVehicle(AsynchronousMessage message) {
        applies(message, 0, RowChange.Op.DELETE, Map.of("veh_id", 18L));
    }

    @Pact(consumer = APPLIER)
    V4Pact passesABarrier(MessagePactBuilder pact) {
        return RowTopic.SERVICE.barrier(pact);
    }

    @Test
    @PactTestFor(pactMethod = "passesABarrier")
    void passesABarrier(AsynchronousMessage message) {
        RowTopic.passesABarrier(message);
    }

    @Pact(consumer = APPLIER)
    V4Pact movesOnWhenNothingOfTheApiHasChanged(MessagePactBuilder pact) {
        return RowTopic.SERVICE.heartbeat(pact);
    }

    @Test
    @PactTestFor(pactMethod = "movesOnWhenNothingOfTheApiHasChanged")
    void movesOnWhenNothingOfTheApiHasChanged(AsynchronousMessage message) {
        RowTopic.touchesNoRows(message);
    }
}
