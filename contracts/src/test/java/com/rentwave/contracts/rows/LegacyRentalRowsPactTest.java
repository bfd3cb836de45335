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

/** What the applier in rental-service relies on in the rows that the monolith has committed. */
@PactTestFor(
        providerName = RentalRows.LEGACY_TOPIC,
        providerType = ProviderType.ASYNCH,
        pactVersion = PactSpecVersion.V4)
class LegacyRentalRowsPactTest extends EveryCopyingApplier {

    private static final String CONSUMER = "rental-service";

    LegacyRentalRowsPactTest() {
        super(RentalRows.LEGACY.topic(), CONSUMER);
    }

    @Pact(consumer = CONSUMER)
    V4Pact copiesTheRowsThatAreThere(MessagePactBuilder pact) {
        return RentalRows.LEGACY.copied(pact);
    }

    @Test
    @PactTestFor(pactMethod = "copiesTheRowsThatAreThere")
    void copiesTheRowsThatAreThere(AsynchronousMessage message) {
        RentalRows.LEGACY.topic().applies(message, 0, RowChange.Op.INSERT, Map.of("title", "Skoda Octavia Combi"));
    }

    @Pact(consumer = CONSUMER)
    V4Pact addsARental(MessagePactBuilder pact) {
        return RentalRows.LEGACY.added(pact);
    }

    @Test
    @PactTestFor(pactMethod = "addsARental")
    void addsARental(AsynchronousMessage message) {
        RentalRows.LEGACY
                .topic()
                .applies(
                        message,
                        0,
                        RowChange.Op.INSERT,
                        Map.of("id", 5L, "item_type", "VEHICLE", "status", "ACTIVE", "occupied_to", "2090-03-03"));
        RentalRows.LEGACY
                .topic()
                .applies(message, 1, RowChange.Op.INSERT, Map.of("status", 201L, "location", "/api/rentals/5"));
    }

    @Pact(consumer = CONSUMER)
    V4Pact freesTheDaysOfACancelledRental(MessagePactBuilder pact) {
        return RentalRows.LEGACY.cancelled(pact);
    }

    @Test
    @PactTestFor(pactMethod = "freesTheDaysOfACancelledRental")
    void freesTheDaysOfACancelledRental(AsynchronousMessage message) {
        RentalRows.LEGACY
                .topic()
                .applies(
                        message,
                        0,
                        RowChange.Op.UPDATE,
                        Map.of(
                                "status",
                                "CANCELLED",
                                "occupied_to",
                                "2090-03-01",
                                "cancelled_at",
                                "2026-11-20T09:00:00.123456Z"));
    }

    @Pact(consumer = CONSUMER)
    V4Pact endsARentalThatIsBack(MessagePactBuilder pact) {
        return RentalRows.LEGACY.returned(pact);
    }

    @Test
    @PactTestFor(pactMethod = "endsARentalThatIsBack")
    void endsARentalThatIsBack(AsynchronousMessage message) {
        RentalRows.LEGACY
                .topic()
                .applies(
                        message,
                        0,
                        RowChange.Op.UPDATE,
                        Map.of("status", "RETURNED", "returned_at", "2026-11-20T09:00:00.123456Z"));
    }

    @Pact(consumer = CONSUMER)
    V4Pact countsADayLate(MessagePactBuilder pact) {
        return RentalRows.LEGACY.late(pact);
    }

    @Test
    @PactTestFor(pactMethod = "countsADayLate")
    void countsADayLate(AsynchronousMessage message) {
        RentalRows.LEGACY.topic().applies(message, 0, RowChange.Op.UPDATE, Map.of("late_days", 1L, "late_fees", 2000L));
        RentalRows.LEGACY
                .topic()
                .applies(message, 1, RowChange.Op.INSERT, Map.of("rental_id", 5L, "day", "2020-03-04", "fee", 2000L));
    }
}
