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

/** What the applier in cdc relies on in the rows that rental-service has committed: the way back. */
@PactTestFor(
        providerName = RentalRows.SERVICE_TOPIC,
        providerType = ProviderType.ASYNCH,
        pactVersion = PactSpecVersion.V4)
class ServiceRentalRowsPactTest extends EveryApplier {

    private static final String CONSUMER = "cdc";

    ServiceRentalRowsPactTest() {
        super(RentalRows.SERVICE.topic(), CONSUMER);
    }

    @Pact(consumer = CONSUMER)
    V4Pact addsARental(MessagePactBuilder pact) {
        return RentalRows.SERVICE.added(pact);
    }

    @Test
    @PactTestFor(pactMethod = "addsARental")
    void addsARental(AsynchronousMessage message) {
        RentalRows.SERVICE
                .topic()
                .applies(
                        message,
                        0,
                        RowChange.Op.INSERT,
                        Map.of("rnt_id", 6L, "itm_cd", "V", "sts_cd", "A", "occ_to_dt", "2090-03-03"));
        RentalRows.SERVICE
                .topic()
                .applies(message, 1, RowChange.Op.INSERT, Map.of("sts_cd", 201L, "loc_tx", "/api/rentals/6"));
    }

    @Pact(consumer = CONSUMER)
    V4Pact freesTheDaysOfACancelledRental(MessagePactBuilder pact) {
        return RentalRows.SERVICE.cancelled(pact);
    }

    @Test
    @PactTestFor(pactMethod = "freesTheDaysOfACancelledRental")
    void freesTheDaysOfACancelledRental(AsynchronousMessage message) {
        RentalRows.SERVICE
                .topic()
                .applies(
                        message,
                        0,
                        RowChange.Op.UPDATE,
                        Map.of("sts_cd", "C", "occ_to_dt", "2090-03-01", "can_ts", "2026-11-20T09:00:00.123456"));
    }

    @Pact(consumer = CONSUMER)
    V4Pact endsARentalThatIsBack(MessagePactBuilder pact) {
        return RentalRows.SERVICE.returned(pact);
    }

    @Test
    @PactTestFor(pactMethod = "endsARentalThatIsBack")
    void endsARentalThatIsBack(AsynchronousMessage message) {
        RentalRows.SERVICE
                .topic()
                .applies(
                        message, 0, RowChange.Op.UPDATE, Map.of("sts_cd", "R", "ret_ts", "2026-11-20T09:00:00.123456"));
    }

    @Pact(consumer = CONSUMER)
    V4Pact countsADayLate(MessagePactBuilder pact) {
        return RentalRows.SERVICE.late(pact);
    }

    @Test
    @PactTestFor(pactMethod = "countsADayLate")
    void countsADayLate(AsynchronousMessage message) {
        RentalRows.SERVICE.topic().applies(message, 0, RowChange.Op.UPDATE, Map.of("late_dd", 1L, "late_am", 2000L));
        RentalRows.SERVICE
                .topic()
                .applies(
                        message, 1, RowChange.Op.INSERT, Map.of("rnt_id", 6L, "day_dt", "2020-03-04", "fee_am", 2000L));
    }
}
