package com.rentwave.facade.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.rentwave.facade.backend.RunningBuild;
import com.rentwave.facade.contract.ContractRow.State;
import com.rentwave.facade.cutover.Coordinator;
import com.rentwave.sync.Side;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the record says of each contract and each provider that runs; whatever is not proven is a no with a sentence. */
class ContractMatrixIT {

    private static final RunningBuild LEGACY = new RunningBuild("legacy-monolith", "1111111111111111");
    private static final RunningBuild SERVICE = new RunningBuild("vehicle-service", "2222222222222222");

    @AutoClose
    private static Coordinator coordinator;

    @BeforeAll
    static void start() {
        coordinator = new Coordinator();
    }

    @BeforeEach
    void twoInteractionsAreKeptByBoth() throws IOException {
        new JdbcTemplate(coordinator.bean(DataSource.class)).execute("TRUNCATE contract_verification");
        coordinator.backends.builds.put(Side.LEGACY, LEGACY);
        coordinator.backends.builds.put(Side.SERVICE, SERVICE);
        coordinator.backends.dead.clear();
        for (String name : List.of("partner-api.json", "broken.json")) {
            Files.deleteIfExists(coordinator.pacts.resolve(name));
        }
        write("consumers.properties", "vehicles=rentwave-web");
        write("rentwave-web.json", pact("rentwave-web", "a look", "200", "a change", "204"));
        verify("rentwave-web", LEGACY);
        verify("rentwave-web", SERVICE);
    }

    private static void write(String name, String content) throws IOException {
        Files.writeString(coordinator.pacts.resolve(name), content);
    }

    private static String pact(String consumer, String one, String status, String other, String otherStatus) {
        return """
                {"consumer":{"name":"%s"},"provider":{"name":"vehicles"},"interactions":[
                 {"type":"Synchronous/HTTP","description":"%s","pending":false,"response":{"status":%s}},
                 {"type":"Synchronous/HTTP","description":"%s","pending":false,"response":{"status":%s}}]}
                """.formatted(consumer, one, status, other, otherStatus);
    }

    private static PactFile file(String consumer) throws IOException {
        return coordinator.bean(PactFolder.class).read().about("vehicles").stream()
                .filter(pact -> pact.consumer().equals(consumer))
                .findFirst()
                .orElseThrow();
    }

    private static void verify(String consumer, RunningBuild by) throws IOException {
        PactFile pact = file(consumer);
        coordinator
                .bean(Verifications.class)
                .add(new Verification(
                        consumer,
                        by.component(),
                        by.build(),
                        pact.hash(),
                        true,
                        Instant.parse("2026-11-20T09:00:00Z"),
                        List.of(),
                        "vehicles",
                        pact.interactions()));
    }

    private static List<ContractRow> rows() throws Exception {
        return coordinator.bean(ContractMatrix.class).rows("vehicles", List.of(Side.LEGACY, Side.SERVICE));
    }

    private static ContractRow row(String consumer, Side side) throws Exception {
        return rows().stream()
                .filter(row -> row.consumer().equals(consumer))
                .filter(row -> row.provider()
                        .equals(coordinator.backends.builds.get(side).component()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void tellsWhatIsKept() throws Exception {
        assertThat(rows()).hasSize(2).allSatisfy(row -> {
            assertThat(row.verified()).isTrue();
            assertThat(row.at()).isEqualTo("2026-11-20T09:00:00Z");
            assertThat(row.blocks()).isFalse();
        });
    }

    @Test
    void aDeletedVerificationIsMissed() throws Exception {
        new JdbcTemplate(coordinator.bean(DataSource.class))
                .update("DELETE FROM contract_verification WHERE provider = 'vehicle-service'");

        ContractRow row = row("rentwave-web", Side.SERVICE);

        assertThat(row.state()).isEqualTo(State.UNVERIFIED);
        assertThat(row.reason())
                .isEqualTo("the contract of rentwave-web with vehicle-service build 2222222222222222 has not been"
                        + " verified (2 interactions, the first: \"a look\")");
        assertThat(row("rentwave-web", Side.LEGACY).verified()).isTrue();
    }

    @Test
    void aChangedByteIsNamedByItsInteraction() throws Exception {
        write("rentwave-web.json", pact("rentwave-web", "a look", "200", "a change", "200"));

        ContractRow row = row("rentwave-web", Side.LEGACY);

        assertThat(row.blocks()).isTrue();
        assertThat(row.reason()).endsWith("has not been verified since it was changed (changed: \"a change\")");
    }

    @Test
    void aChangedByteOutsideAnyInteractionCountsToo() throws Exception {
        write("rentwave-web.json", pact("rentwave-web", "a look", "200", "a change", "204") + " ");

        assertThat(rows()).allSatisfy(row -> assertThat(row.reason())
                .contains("rentwave-web", "has not been verified since it was changed (2 interactions, the first"));
    }

    @Test
    void aNewBuildIsNotVouchedForByTheOldOne() throws Exception {
        coordinator.backends.builds.put(Side.SERVICE, new RunningBuild("vehicle-service", "3333333333333333"));

        ContractRow row = row("rentwave-web", Side.SERVICE);

        assertThat(row.state()).isEqualTo(State.OUTDATED);
        assertThat(row.reason())
                .contains("build 3333333333333333 has not been verified: it was kept by build 2222222222222222")
                .contains("\"a look\"");
    }

    @Test
    void aBrokenContractIsNamedByItsInteraction() throws Exception {
        PactFile pact = file("rentwave-web");
        coordinator
                .bean(Verifications.class)
                .add(new Verification(
                        "rentwave-web",
                        SERVICE.component(),
                        SERVICE.build(),
                        pact.hash(),
                        false,
                        Instant.now(),
                        List.of("a look — status: expected 200, actual 500"),
                        "vehicles",
                        pact.interactions()));

        assertThat(row("rentwave-web", Side.SERVICE).reason())
                .endsWith("is broken: a look — status: expected 200, actual 500");
    }

    @Test
    void aRecordThatCannotBeReadIsANoWithConsumerAndInteraction() throws Exception {
        new JdbcTemplate(coordinator.bean(DataSource.class))
                .update("UPDATE contract_verification SET failures = '7' WHERE provider = 'legacy-monolith'");

        ContractRow row = row("rentwave-web", Side.LEGACY);

        assertThat(row.state()).isEqualTo(State.UNKNOWN);
        assertThat(row.blocks()).isTrue();
        assertThat(row.reason())
                .contains(
                        "the contract of rentwave-web",
                        "its record cannot be read",
                        "no proof of \"a look\" and 1 more");
    }

    @Test
    void aProviderThatDoesNotTellItsBuildIsANo() throws Exception {
        coordinator.backends.dead.add(Side.SERVICE);

        assertThat(rows().get(1).state()).isEqualTo(State.UNKNOWN);
        assertThat(rows().get(1).reason()).contains("rentwave-web", "does not tell its build", "\"a look\"");
    }

    @Test
    void aConsumerOfTheListWithoutAPactIsANo() throws Exception {
        write("consumers.properties", "vehicles=rentwave-web, partner-api");

        assertThat(row("partner-api", Side.LEGACY).state()).isEqualTo(State.MISSING);
        assertThat(row("partner-api", Side.LEGACY).reason()).contains("partner-api has no contract about vehicles");
    }

    @Test
    void aPendingContractOfANewConsumerNeitherBlocksNorCounts() throws Exception {
        write(
                "partner-api.json",
                pact("partner-api", "a look", "200", "a change", "204")
                        .replace("\"pending\":false", "\"pending\":true"));

        ContractRow row = row("partner-api", Side.SERVICE);

        assertThat(row.state()).isEqualTo(State.PENDING);
        assertThat(row.blocks()).isFalse();
        assertThat(row.verified()).isFalse();
    }

    @Test
    void aContractThatWasKeptBeforeCannotBecomePending() throws Exception {
        write(
                "rentwave-web.json",
                pact("rentwave-web", "a look", "200", "a change", "204")
                        .replace("\"pending\":false", "\"pending\":true"));

        assertThat(rows()).allMatch(ContractRow::blocks);
    }

    @Test
    void aFolderWithoutAListOfConsumersIsANo() throws Exception {
        Path list = coordinator.pacts.resolve("consumers.properties");
        Files.delete(list);

        assertThatIOException().isThrownBy(ContractMatrixIT::rows).withMessageContaining("consumers.properties");
    }

    @Test
    void eachSideKeepsOnlyItsOwnRowTopic() throws IOException {
        String rows = "{\"consumer\":{\"name\":\"cdc\"},\"provider\":{\"name\":\"rentwave.rows.vehicles.service\"},"
                + "\"interactions\":[{\"type\":\"Asynchronous/Messages\",\"description\":\"rows\"}]}";
        write("broken.json", rows);

        PactFile pact = file("cdc");

        assertThat(pact.api()).isEqualTo("vehicles");
        assertThat(pact.streamed()).isTrue();
        assertThat(pact.concerns(Side.SERVICE)).isTrue();
        assertThat(pact.concerns(Side.LEGACY)).isFalse();
        assertThat(pact.interactions())
                .isEqualTo(Map.of("rows", pact.interactions().get("rows")));
    }
}
