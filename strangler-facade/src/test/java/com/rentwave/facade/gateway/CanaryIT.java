package com.rentwave.facade.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.rentwave.facade.canary.CanaryMeter;
import com.rentwave.facade.canary.CanaryWindow;
import com.rentwave.facade.gateway.StandIn.Answer;
import com.rentwave.facade.route.Owner;
import com.rentwave.facade.route.Phase;
import com.rentwave.facade.route.Route;
import com.rentwave.facade.route.RouteStore;
import com.rentwave.facade.route.RouteTables;
import com.rentwave.facade.session.PositionTokens;
import com.rentwave.facade.session.SeenPositions;
import com.rentwave.sync.Position;
import com.rentwave.sync.Side;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class CanaryIT {

    private static final int USERS = 300;

    @AutoClose
    private static RunningFacade facade;

    @BeforeAll
    static void start() throws Exception {
        facade = new RunningFacade("rentwave.canary.testers=900", "rentwave.canary.service-users=901");
    }

    @BeforeEach
    void reset() {
        facade.reset();
        facade.bean(CanaryMeter.class).forget("vehicles");
    }

    private static void canary(int share) {
        Route now = facade.route(Phase.CANARY, Owner.LEGACY, facade.epoch());
        assertThat(facade.bean(RouteStore.class).compareAndSet(now.inPhase(Phase.CANARY, share)))
                .isTrue();
        facade.bean(RouteTables.class).refresh();
    }

    private static HttpResponse<String> as(int user, String... headers) throws Exception {
        String[] all = new String[headers.length + 2];
        System.arraycopy(headers, 0, all, 0, headers.length);
        all[headers.length] = "Authorization";
        all[headers.length + 1] =
                "Bearer " + facade.token(Integer.toString(user), Instant.now().plusSeconds(600));
        return facade.get("/api/vehicles", all);
    }

    private static Set<Integer> usersOfTheService() throws Exception {
        Set<Integer> users = new TreeSet<>();
        for (int user = 1; user <= USERS; user++) {
            if (as(user).body().equals("service")) {
                users.add(user);
            }
        }
        return users;
    }

    @Test
    void neverMovesAUserBackWhenTheShareIsRaised() throws Exception {
        canary(1_000);
        Set<Integer> few = usersOfTheService();
        canary(1_001);
        assertThat(usersOfTheService()).containsAll(few);
        canary(5_000);
        Set<Integer> many = usersOfTheService();

        assertThat(few).hasSizeBetween(10, 60);
        assertThat(many).hasSizeBetween(100, 200).containsAll(few);
    }

    @Test
    void keepsAVisitorOnOneSideByACookieOfItsOwn() throws Exception {
        canary(5_000);
        HttpResponse<String> first = facade.get("/api/vehicles");
        String cookie = first.headers().allValues("Set-Cookie").stream()
                .filter(one -> one.startsWith("rw_visitor="))
                .findFirst()
                .orElseThrow();

        assertThat(cookie).contains("HttpOnly").contains("SameSite=Lax");
        assertThat(facade.get("/api/vehicles").body()).isEqualTo(first.body());
        String kept = cookie.substring(0, cookie.indexOf(';'));
        HttpResponse<String> later = facade.get("/api/vehicles", "Cookie", kept, "User-Agent", "another");
        assertThat(later.body()).isEqualTo(first.body());
        assertThat(later.headers().allValues("Set-Cookie")).noneMatch(one -> one.startsWith("rw_visitor="));
        assertThat(facade.legacy.asked()).allMatch(asked -> asked.header("Cookie") == null);
        assertThat(facade.service.asked()).allMatch(asked -> asked.header("Cookie") == null);
    }

    @Test
    void letsOnlyTestersChooseTheirSide() throws Exception {
        canary(0);

        assertThat(as(900, "RentWave-Side", "service").body()).isEqualTo("service");
        assertThat(as(900).body()).isEqualTo("legacy");
        assertThat(as(1, "RentWave-Side", "service").body()).isEqualTo("legacy");
        assertThat(as(901).body()).isEqualTo("service");
        assertThat(facade.service.asked()).allMatch(asked -> asked.header("RentWave-Side") == null);
    }

    @Test
    void answersByTheOwnerWhatTheServiceDoesNotAnswerWell() throws Exception {
        canary(10_000);
        facade.service.answers(asked -> Answer.hangUp());
        assertThat(as(1).body()).isEqualTo("legacy");
        facade.service.answers(asked -> Answer.of(500, "broken"));
        HttpResponse<String> answer = as(1);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("legacy");
        assertThat(facade.bean(CanaryMeter.class)
                        .window("vehicles", Duration.ofMinutes(1))
                        .service()
                        .failures())
                .isEqualTo(2);
    }

    @Test
    void answersByTheOwnerWhatTheServiceDoesNotAnswerSoon() throws Exception {
        canary(10_000);
        facade.service.answersLater(asked -> Mono.never());
        HttpResponse<String> answer = as(1);

        assertThat(answer.body()).isEqualTo("legacy");
        assertThat(facade.bean(CanaryMeter.class)
                        .window("vehicles", Duration.ofMinutes(1))
                        .service()
                        .failures())
                .isEqualTo(1);
    }

    @Test
    void countsAnAnswerThatBreaksOffAgainstItsSide() throws Exception {
        canary(10_000);
        facade.service.answers(asked -> Answer.breakOff(200, "half"));

        assertThat(as(1).statusCode()).isEqualTo(502);

        CanaryWindow lately = facade.bean(CanaryMeter.class).window("vehicles", Duration.ofMinutes(1));
        assertThat(lately.service().failures()).isEqualTo(1);
        assertThat(lately.failure()).isEqualTo("broke off");
        assertThat(lately.legacy().failures()).isZero();
    }

    @Test
    void countsAnAnswerThatStopsInTheMiddleSoon() throws Exception {
        canary(10_000);
        facade.service.answers(asked -> Answer.stop(200, "half"));

        assertThat(CompletableFuture.supplyAsync(() -> status(1)))
                .succeedsWithin(Duration.ofSeconds(10))
                .isEqualTo(502);

        CanaryWindow lately = facade.bean(CanaryMeter.class).window("vehicles", Duration.ofMinutes(1));
        assertThat(lately.service().failures()).isEqualTo(1);
        assertThat(lately.failure()).isEqualTo("broke off");
    }

    private static int status(int user) {
        try {
            return as(user).statusCode();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void countsAnAnswerOlderThanTheUsersOwnWriteAndShowsItToNobody() throws Exception {
        canary(10_000);
        String log = "legacy:" + facade.epoch() + ":7:1:0/";
        facade.service.answers(asked -> Answer.of(200, "older", "RentWave-Position", log + "200"));
        Position written = Position.parse(log + "300").orElseThrow();
        String token =
                facade.bean(PositionTokens.class).write(SeenPositions.NONE.and("vehicles", written, Side.LEGACY));

        HttpResponse<String> answer = as(1, "RentWave-Position", token);
        HttpResponse<String> whoHasWrittenNothing = as(2);

        assertThat(answer.body()).isEqualTo("legacy");
        assertThat(whoHasWrittenNothing.body()).isEqualTo("older");
        assertThat(facade.bean(CanaryMeter.class)
                        .window("vehicles", Duration.ofMinutes(1))
                        .stale())
                .isEqualTo(1);
    }
}
