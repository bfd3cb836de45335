package com.rentwave.facade.gate;

import static org.assertj.core.api.Assertions.assertThat;

import com.rentwave.facade.backend.RunningBuild;
import com.rentwave.facade.contract.ContractMatrix;
import com.rentwave.facade.contract.ContractRow;
import com.rentwave.facade.contract.ContractRow.State;
import com.rentwave.facade.contract.Verification;
import com.rentwave.facade.contract.Verifications;
import com.rentwave.facade.cutover.Coordinator;
import com.rentwave.facade.cutover.CutoverPhase;
import com.rentwave.facade.cutover.FakeBackends;
import com.rentwave.facade.cutover.PhaseChange;
import com.rentwave.sync.Side;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** The service of an API cannot answer without those that it asks itself, so its contracts with them are looked at too. */
class ServiceNeedsIT {

    private static final PhaseChange FLIP = new PhaseChange(CutoverPhase.READS, CutoverPhase.OWNED);
    private static final PhaseChange FLIP_BACK = new PhaseChange(CutoverPhase.OWNED, CutoverPhase.LEGACY);

    @AutoClose
    private static Coordinator coordinator;

    @BeforeAll
    static void start() throws IOException {
        coordinator = Coordinator.ofTwoApis().verified();
        write("rental-service-wallet.json", pact("wallet"));
        write("rental-service-vehicles.json", pact("vehicles"));
    }

    @BeforeEach
    void rentalServiceRentsOutVehiclesForMoney() throws IOException {
        write(
                "consumers.properties",
                "vehicles=rentwave-web, rental-service\nrentals=rentwave-web\nwallet=rental-service");
    }

    private static void write(String name, String content) throws IOException {
        Files.writeString(coordinator.pacts.resolve(name), content);
    }

    private static String pact(String provider) {
        return "{\"consumer\":{\"name\":\"rental-service\"},\"provider\":{\"name\":\"" + provider
                + "\"},\"interactions\":[]}";
    }

    private static List<ContractRow> needs(String api) throws Exception {
        return coordinator.bean(ContractMatrix.class).needs(api);
    }

    private static void verified(String provider, RunningBuild by) {
        coordinator
                .bean(Verifications.class)
                .add(new Verification(
                        "rental-service",
                        by.component(),
                        by.build(),
                        Coordinator.hash(pact(provider)),
                        true,
                        Instant.now(),
                        List.of()));
    }

    private static Gate.Finding gate(String api, PhaseChange change) throws Exception {
        Gate contracts = new ContractsVerified(coordinator.bean(ContractMatrix.class));
        return contracts.ask(new GateQuestion(api, change, OptionalLong.empty()));
    }

    @Test
    void asksEverybodyWhoProvidesWhatTheServiceNeeds() throws Exception {
        assertThat(needs("rentals"))
                .extracting(row -> row.api() + " by " + row.provider())
                .containsExactly(
                        "vehicles by legacy-monolith", "vehicles by vehicle-service", "wallet by legacy-monolith");
        assertThat(needs("rentals"))
                .allSatisfy(row -> assertThat(row.consumer()).isEqualTo("rental-service"));
    }

    /** A component that is deleted keeps no contract. */
    @Test
    void asksNothingOfAMonolithThatIsRetired() throws Exception {
        enter("RETIRED");
        try {
            assertThat(needs("rentals"))
                    .extracting(row -> row.api() + " by " + row.provider())
                    .containsExactly("vehicles by vehicle-service", "wallet by legacy-monolith");
        } finally {
            enter("LEGACY");
        }
    }

    private static void enter(String phase) {
        new JdbcTemplate(coordinator.sides.migration())
                .update("UPDATE route SET phase = ?, version = version + 1 WHERE api = 'vehicles'", phase);
    }

    @Test
    void missesAContractThatTheServiceHasToHave() throws Exception {
        write("consumers.properties", "vehicles=rentwave-web\nrentals=rentwave-web\nbooks=rental-service");

        assertThat(needs("rentals"))
                .filteredOn(row -> row.api().equals("books"))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.state()).isEqualTo(State.MISSING);
                    assertThat(row.reason())
                            .isEqualTo("rental-service has no contract about books: no interaction of it is known");
                });
    }

    @Test
    void whatOneServiceNeedsIsNothingToAnother() throws Exception {
        assertThat(needs("vehicles")).isEmpty();
    }

    @Test
    void aFlipWaitsForWhatItsServiceNeedsAndTheWayBackDoesNot() throws Exception {
        RunningBuild monolith = coordinator.backends.builds.get(Side.LEGACY);
        RunningBuild vehicleService = coordinator.backends.builds.get(Side.SERVICE);
        verified("vehicles", monolith);
        verified("vehicles", vehicleService);

        assertThat(gate("rentals", FLIP).ok()).isFalse();
        assertThat(gate("rentals", FLIP).reason())
                .isEqualTo("the contract of rental-service with legacy-monolith build " + monolith.build()
                        + " has not been verified");
        assertThat(gate("rentals", FLIP_BACK).ok()).isTrue();
        assertThat(gate("vehicles", FLIP).ok()).isTrue();

        verified("wallet", monolith);

        assertThat(gate("rentals", FLIP).ok()).isTrue();
        assertThat(gate("rentals", FLIP).reason()).contains("by " + FakeBackends.SECOND.component() + " build ");
    }
}
