package com.rentwave.system.parity;

import static org.assertj.core.api.Assertions.assertThat;

import com.rentwave.platform.PartName;
import com.rentwave.platform.Platform;
import com.rentwave.system.stack.Moves;
import com.rentwave.system.stack.WithRentWave;
import com.rentwave.workload.api.RentWaveClient;
import com.rentwave.workload.seed.MovableClock;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * One script of renting, looking, cancelling, bringing back and coming late, and of what nobody should send, told to the
 * monolith while it owns rentals and to the service while it does, straight and through the facade: the same status, the same
 * headers, the same bytes, and the same money in the end.
 */
@WithRentWave
class RentalParityIT implements BothSides {

    private static final Duration LATER = Duration.ofDays(5);

    private static final Answers ANSWERS = new Answers();

    @BeforeAll
    static void tellBothSides(Platform platform) throws Exception {
        HttpClient http = RentWaveClient.newHttpClient();
        URI facade = platform.uri();
        Moves moves = new Moves(platform);
        moves.to("rentals", "LEGACY");
        tell(platform, RentalSubject.at(MONOLITH, http, facade, platform.uriOf(PartName.MONOLITH)));
        tell(platform, RentalSubject.at(FACADE_BEFORE, http, facade, facade));
        moves.to("rentals", "OWNED");
        tell(platform, RentalSubject.at(SERVICE, http, facade, platform.uriOf(PartName.RENTAL_SERVICE)));
        tell(platform, RentalSubject.at(FACADE_AFTER, http, facade, facade));
    }

    @AfterAll
    static void goBack(Platform platform) throws Exception {
        new Moves(platform).to("rentals", "LEGACY");
    }

    private static void tell(Platform platform, RentalSubject subject) throws Exception {
        Map<String, String> answers = new LinkedHashMap<>();
        tell(new RentalRefusals().cases(), subject, answers);
        tell(RentalLife.today(), subject, answers);
        MovableClock clock = new MovableClock(platform.clocksOfRentals(), platform.internalToken());
        Duration before = clock.offset();
        try {
            clock.move(before.plus(LATER));
            tell(RentalLife.afterFiveDays(), subject, answers);
        } finally {
            clock.move(before);
        }
        answers.putAll(subject.wallets());
        ANSWERS.add(subject.name(), answers);
    }

    private static void tell(List<RentalCase> cases, RentalSubject subject, Map<String, String> answers)
            throws InterruptedException {
        for (RentalCase one : cases) {
            assertThat(answers.put(one.name(), subject.transcript(one)))
                    .as("cases called: " + one.name())
                    .isNull();
        }
    }

    @Override
    public Answers answers() {
        return ANSWERS;
    }

    @Test
    void badRequestsAreRefusedAndGoodOnesAreNot() {
        Map<String, String> answers = ANSWERS.of(MONOLITH);

        assertThat(answers).hasSizeGreaterThan(300);
        starts(
                answers,
                "201",
                "the first one",
                "the first one, the same request again",
                "the same days after cancelling");
        starts(
                answers,
                "201",
                "renting what is back",
                "what was returned before it began",
                "the key of a refusal, used again");
        starts(answers, "422", "the first one, its key for other days", "its key for something else");
        starts(
                answers,
                "409",
                "within it",
                "overlapping one's own",
                "renting what one cannot pay",
                "renting what is not back");
        starts(
                answers,
                "409",
                "renting one's own",
                "renting what is paused",
                "with nothing left",
                "cancelling what has begun");
        starts(answers, "404", "renting what was deleted", "cancelling by its owner", "the first one, seen by carl");
        starts(answers, "401", "the first one, seen by ", "writing  with Bearer abc");
        starts(
                answers,
                "400",
                "renting for too short",
                "renting in the past",
                "renting: no fields",
                "a list with limit=0");
        starts(answers, "413", "renting: 64 KiB and one byte");
        starts(answers, "415", "media type json");
        starts(answers, "200", "cancelling", "cancelling, the same request", "returning again", "page two", "the rest");
        assertThat(answers.get("returning late")).contains("\"status\":\"RETURNED\",\"lateDays\":3,\"lateFees\":7500");
        assertThat(answers.values()).noneMatch(answer -> answer.startsWith("5") || answer.startsWith("no answer"));
    }

    private static void starts(Map<String, String> answers, String status, String... names) {
        for (String name : names) {
            assertThat(answers.get(name)).as(name).startsWith(status + '\n');
        }
    }
}
