package com.rentwave.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;

/** The committed pacts are what the consumers' tests say, all of it and nothing else. */
class PactsTest {

    private static final Path FOLDER = Path.of("pacts");

    /** A test writes its interactions into the file that is there; what no test drives any more would stay. */
    @Test
    void everyInteractionIsDrivenByATest() throws Exception {
        for (PactFile pact : PactFile.in(FOLDER)) {
            JsonNode interactions =
                    Http.JSON.readTree(FOLDER.resolve(pact.name()).toFile()).path("interactions");
            for (JsonNode interaction : interactions) {
                String test =
                        interaction.path("comments").path("testname").asText().replaceAll("\\(.*", "");
                Class<?> type = Class.forName(test.substring(0, test.lastIndexOf('.')));
                assertThat(ReflectionSupport.findMethods(type, method -> true, HierarchyTraversalMode.TOP_DOWN).stream()
                                .map(Method::getName))
                        .as(
                                "%s: \"%s\" was written by a test that is gone: delete the file and run the tests again",
                                pact.name(), interaction.path("description").asText())
                        .contains(test.substring(test.lastIndexOf('.') + 1));
            }
        }
    }

    @Test
    void namesAnInteractionOnlyOnce() throws IOException {
        for (PactFile pact : PactFile.in(FOLDER)) {
            assertThat(pact.interactions())
                    .as(pact.name())
                    .hasSameSizeAs(pact.pact().getInteractions());
        }
    }

    @Test
    void everyPactBelongsToAConsumerOfTheListAndTheOtherWayRound() throws IOException {
        Properties consumers = new Properties();
        try (var reader = Files.newBufferedReader(FOLDER.resolve("consumers.properties"))) {
            consumers.load(reader);
        }
        Set<String> listed = new TreeSet<>();
        consumers.stringPropertyNames().forEach(provider -> List.of(
                        consumers.getProperty(provider).split("\\s*,\\s*"))
                .forEach(consumer -> listed.add(consumer + " of " + provider)));

        Set<String> written = new HashSet<>();
        for (PactFile pact : PactFile.in(FOLDER)) {
            if (!pact.isPending()) {
                written.add(pact.consumer() + " of " + pact.provider());
            }
        }

        assertThat(written).containsExactlyInAnyOrderElementsOf(listed);
    }

    /** By the consumers' tests: the API's errors as well as what goes well. */
    @Test
    void theVehiclesPactsHoldEveryErrorAConsumerReliesOn() throws IOException {
        for (PactFile pact : PactFile.in(FOLDER)) {
            if (pact.provider().equals("vehicles") && !pact.isStreamed() && !pact.isInternal()) {
                assertThat(pact.pact().getInteractions())
                        .as(pact.consumer())
                        .extracting(interaction -> interaction
                                .asSynchronousRequestResponse()
                                .getResponse()
                                .getStatus())
                        .contains(200, 201, 204, 400, 401, 403, 404, 412, 421);
            }
        }
    }

    /** A saga goes by the status: each that the wallets have for it is another way on. */
    @Test
    void whoeverRentsHoldsEveryAnswerOfTheWalletsAndOfAnOwner() throws IOException {
        Map<String, Set<Integer>> statuses = new TreeMap<>();
        for (PactFile pact : PactFile.in(FOLDER)) {
            if (pact.isInternal()) {
                pact.pact().getInteractions().forEach(interaction -> statuses.computeIfAbsent(
                                pact.consumer() + " of " + pact.provider(), name -> new TreeSet<>())
                        .add(interaction
                                .asSynchronousRequestResponse()
                                .getResponse()
                                .getStatus()));
            }
        }

        assertThat(statuses)
                .isEqualTo(Map.of(
                        "rental-service of wallet", Set.of(200, 201, 401, 404, 409, 422),
                        "rental-service of vehicles", Set.of(200, 401, 404, 421),
                        "rental-service of books", Set.of(200, 404),
                        "rental-service of rooms", Set.of(200, 404)));
    }
}
