package com.rentwave.facade.shadow;

import static org.assertj.core.api.Assertions.assertThat;

import com.rentwave.facade.route.Owner;
import com.rentwave.facade.route.Phase;
import com.rentwave.facade.route.Route;
import com.rentwave.facade.shadow.Verdict.Outcome;
import com.rentwave.sync.Side;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class ExaminerTest {

    private static final Read READ = new Read("vehicles", "/api/vehicles", Map.of());

    private final List<String> asked = new ArrayList<>();
    private Route route = new Route("vehicles", Phase.SHADOW, 0, Owner.LEGACY, 3, 1);

    private static String position(int lsn) {
        return "legacy:3:7461234567890123456:1:0/" + lsn;
    }

    private static SideAnswer at(String position, String body) {
        return new SideAnswer(
                200,
                position.isEmpty() ? Map.of() : Map.of("RentWave-Position", position),
                body.getBytes(StandardCharsets.UTF_8));
    }

    /** Both sides answer with these bodies, in the order of the questions; the last one is repeated, null is no answer. */
    private Examiner examiner(List<String> legacy, List<String> service) {
        Map<Side, Iterator<String>> answers = Map.of(Side.LEGACY, legacy.iterator(), Side.SERVICE, service.iterator());
        Reader reader = (side, read, position) -> {
            asked.add(side.word() + (position.isEmpty() ? "" : " from " + position));
            Iterator<String> next = answers.get(side);
            List<String> all = side == Side.LEGACY ? legacy : service;
            String body = next.hasNext() ? next.next() : all.get(all.size() - 1);
            if (body.isEmpty()) {
                throw new IOException("no answer");
            }
            return body.equals("425") ? new SideAnswer(425, Map.of(), new byte[0]) : at(position(asked.size()), body);
        };
        return new Examiner(
                reader,
                new Comparison(new ShadowSettings(
                        true,
                        1,
                        1,
                        1,
                        1,
                        Duration.ofMillis(10),
                        DataSize.ofKilobytes(1),
                        List.of(),
                        Set.of(),
                        Map.of(),
                        1,
                        Duration.ofSeconds(1))),
                api -> Optional.of(route));
    }

    @Test
    void asksTheCopyAtThePositionOfTheUsersAnswer() throws Exception {
        Verdict verdict = examiner(List.of("a"), List.of("a")).examine(READ, Side.LEGACY, at(position(0), "a"));

        assertThat(verdict.outcome()).isEqualTo(Outcome.MATCHED);
        assertThat(asked).containsExactly("service from " + position(0));
    }

    @Test
    void takesAnAnswerThatChangedMeanwhileForNoise() throws Exception {
        Verdict verdict = examiner(List.of("new"), List.of("new")).examine(READ, Side.LEGACY, at(position(0), "old"));

        assertThat(verdict.outcome()).isEqualTo(Outcome.MATCHED);
        assertThat(asked).containsExactly("service from " + position(0), "legacy", "service from " + position(2));
    }

    @Test
    void findsAMismatchWhenTheOwnerSaysTheSameTwiceAndTheCopyAnotherThing() throws Exception {
        Verdict verdict = examiner(List.of("1"), List.of("2")).examine(READ, Side.LEGACY, at(position(0), "1"));

        assertThat(verdict.outcome()).isEqualTo(Outcome.MISMATCHED);
        assertThat(asked)
                .containsExactly("service from " + position(0), "legacy", "service from " + position(2), "legacy");
        assertThat(verdict.answer().header("rentwave-position")).isEqualTo(position(4));
    }

    @Test
    void saysNothingWhenTheDataMovesAllTheTime() throws Exception {
        Verdict verdict = examiner(List.of("1", "2", "3", "4", "5", "6", "7", "8"), List.of("0"))
                .examine(READ);

        assertThat(verdict.outcome()).isEqualTo(Outcome.UNSTABLE);
    }

    @Test
    void countsACopyThatIsTooFarBehind() throws Exception {
        assertThat(examiner(List.of("1"), List.of("425")).examine(READ).outcome())
                .isEqualTo(Outcome.BEHIND);
    }

    @Test
    void countsASideThatDoesNotAnswer() throws Exception {
        assertThat(examiner(List.of("1"), List.of("")).examine(READ).outcome()).isEqualTo(Outcome.UNANSWERED);
    }

    @Test
    void comparesWhatTheCopyAnsweredAUserWithTheOwner() throws Exception {
        Verdict verdict = examiner(List.of("a"), List.of("a")).examine(READ, Side.SERVICE, at(position(0), "a"));

        assertThat(verdict.outcome()).isEqualTo(Outcome.MATCHED);
        assertThat(asked).containsExactly("legacy");
    }

    @Test
    void saysNothingWhenTheRowsChangedHandsMeanwhile() throws Exception {
        route = new Route("vehicles", Phase.OWNED, 0, Owner.SERVICE, 4, 2);

        assertThat(examiner(List.of("1"), List.of("2")).examine(READ).outcome()).isEqualTo(Outcome.UNSTABLE);
    }

    @Test
    void saysNothingWhenTheMonolithIsFencedAndTheRouteDoesNotKnowYet() throws Exception {
        route = new Route("vehicles", Phase.READS, 0, Owner.LEGACY, 2, 1);

        assertThat(examiner(List.of("1"), List.of("2")).examine(READ).outcome()).isEqualTo(Outcome.UNSTABLE);
    }
}
