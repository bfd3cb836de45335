package com.rentwave.system.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.rentwave.platform.PartName;
import com.rentwave.platform.Platform;
import com.rentwave.system.faults.Onlookers.Look;
import com.rentwave.system.stack.Moves;
import com.rentwave.system.stack.WithRentWave;
import com.rentwave.workload.api.Move;
import com.rentwave.workload.api.OperatorClient;
import com.rentwave.workload.api.OperatorException;
import com.rentwave.workload.api.RentWaveClient;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A quarter of the users read from the vehicle service when something befalls it. The facade takes them back by itself, says
 * why, and nobody sees the trouble any more, although it goes on.
 */
@WithRentWave
class CanaryIT {

    /** What the product promises: from the first bad answer until every user is back. */
    private static final Duration PROMISED = Duration.ofSeconds(5);

    private static final Duration LONG = Duration.ofMinutes(2);
    private static final BigDecimal QUARTER = BigDecimal.valueOf(25);

    private static Onlookers onlookers;

    private final Platform platform;
    private final Moves moves;
    private final OperatorClient operator;

    CanaryIT(Platform platform) {
        this.platform = platform;
        this.moves = new Moves(platform);
        this.operator =
                new OperatorClient(RentWaveClient.newHttpClient(), platform.consoleUri(), platform.operatorToken());
    }

    @BeforeAll
    static void peopleCome(Platform platform) throws Exception {
        new Moves(platform).to("vehicles", "SHADOW");
        onlookers = new Onlookers(platform);
        onlookers.start();
    }

    @AfterAll
    static void peopleGo() throws InterruptedException {
        onlookers.close();
    }

    @BeforeEach
    void aQuarterOfTheUsersReadFromTheService() {
        await("a canary whose users fare well")
                .atMost(LONG)
                .pollInterval(Duration.ofMillis(200))
                .ignoreExceptionsInstanceOf(OperatorException.class)
                .until(this::isCanaryWell);
    }

    /** Goes there as far as evidence allows it already. */
    private boolean isCanaryWell() throws IOException, InterruptedException, SQLException {
        if (!operator.state("vehicles").phase().equals("CANARY")) {
            moves.to("vehicles", "SHADOW");
            tenMinutesPass();
            if (!moves.tried("vehicles", "CANARY").done()) {
                return false;
            }
        }
        if (percent(operator.canary("vehicles")).compareTo(QUARTER) != 0) {
            operator.share("vehicles", QUARTER);
        }
        JsonNode canary = operator.canary("vehicles");
        return percent(canary).compareTo(QUARTER) == 0
                && canary.path("breach").isNull()
                && canary.path("unknown").isNull();
    }

    @AfterEach
    void goBack() throws IOException, InterruptedException {
        moves.to("vehicles", "LEGACY");
    }

    @ParameterizedTest
    @EnumSource
    void takesEveryUserBackWithinFiveSecondsAndSaysWhy(Ailment ailment) throws Exception {
        long befell = System.nanoTime();
        try {
            ailment.befall(platform);
            await("every user is back")
                    .atMost(LONG)
                    .pollInterval(Duration.ofMillis(20))
                    .until(this::isEverybodyBack);
            long back = System.nanoTime();
            Move move = rollback();
            long after = System.nanoTime();
            nobodyReadsFromTheService();
            onlookers.awaitMore(200);

            List<Look> meanwhile = onlookers.between(befell, back);
            System.out.printf(
                    "canary, %s: every user back after %d ms; of %d looks begun until then %d saw trouble; %s%n",
                    ailment,
                    TimeUnit.NANOSECONDS.toMillis(back - befell),
                    meanwhile.size(),
                    troubles(meanwhile).size(),
                    move.reason());
            assertThat(Duration.ofNanos(back - befell)).isLessThanOrEqualTo(PROMISED);
            assertThat(move.to()).isEqualTo("LEGACY");
            assertThat(move.reason()).startsWith("the canary of 25 % broke: ").containsPattern(ailment.symptom());
            assertThat(Files.readString(platform.logOf(PartName.FACADE))).contains("vehicles: ALARM, " + move.reason());
            assertThat(troubles(onlookers.between(after, System.nanoTime()))).isEmpty();
        } finally {
            ailment.cure(platform);
        }
    }

    private boolean isEverybodyBack() throws IOException {
        JsonNode canary = operator.canary("vehicles");
        return !canary.path("phase").asText().equals("CANARY")
                || percent(canary).signum() == 0;
    }

    /** The move that the facade asked for by itself, when it is done. */
    private Move rollback() throws IOException {
        await("vehicles are in LEGACY")
                .atMost(LONG)
                .until(() -> operator.moves("vehicles").get(0).to().equals("LEGACY")
                        && operator.state("vehicles").running().isEmpty());
        Move newest = operator.moves("vehicles").get(0);
        assertThat(newest.done()).as(newest.reason()).isTrue();
        return newest;
    }

    private void nobodyReadsFromTheService() {
        await("users go on, and all read from the monolith").atMost(LONG).until(() -> {
            JsonNode traffic = operator.traffic("vehicles");
            return lastReads(traffic.path("service")) == 0 && lastReads(traffic.path("legacy")) > 0;
        });
    }

    private static long lastReads(JsonNode side) {
        JsonNode points = side.path("points");
        return points.path(points.size() - 1).path("reads").asLong();
    }

    private static List<String> troubles(List<Look> looks) {
        return looks.stream().map(Look::trouble).filter(Objects::nonNull).toList();
    }

    private static BigDecimal percent(JsonNode canary) {
        return canary.path("percent").decimalValue();
    }

    /** Gates look back so far for answers that differed. */
    private void tenMinutesPass() throws SQLException {
        try (Connection connection = platform.jdbc("migration").connect();
                Statement statement = connection.createStatement()) {
            statement.execute("DELETE FROM shadow_tally");
        }
    }
}
