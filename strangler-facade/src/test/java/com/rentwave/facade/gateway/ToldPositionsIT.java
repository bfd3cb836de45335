package com.rentwave.facade.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.rentwave.facade.gateway.StandIn.Answer;
import java.net.http.HttpResponse;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a client is told of positions, what of it is remembered for him, and what is believed. */
class ToldPositionsIT extends WithPositions {

    @Test
    void givesTheClientASignedTokenAndNotTheBackendsPosition() throws Exception {
        String written = position("legacy", epoch, "0/100");
        facade.legacy.answers(asked -> Answer.of(201, "made", "RentWave-Position", written, "RentWave-Epoch", "9"));

        HttpResponse<String> answer = facade.send("POST", "/api/vehicles", "{}");

        assertThat(told(answer).toString()).isEqualTo(written);
        assertThat(answer.headers().allValues("RentWave-Position")).hasSize(1).doesNotContain(written);
        assertThat(answer.headers().firstValue("RentWave-Epoch")).isEmpty();
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void givesABrowserTheTokenAsACookieThatPagesCannotRead() throws Exception {
        facade.legacy.answers(asked -> Answer.of(201, "made", "RentWave-Position", position("legacy", epoch, "0/100")));

        HttpResponse<String> answer = facade.send("POST", "/api/vehicles", "{}", "Cookie", "theme=dark");

        String cookie = answer.headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(cookie).startsWith("rw_pos=").contains("HttpOnly", "SameSite=Lax", "Path=/", "Max-Age=120");
        HttpResponse<String> read = facade.get("/api/vehicles", "Cookie", "theme=dark; " + cookie.split(";")[0]);
        assertThat(read.body()).isEqualTo("service");
        assertThat(facade.service.asked().get(0).header("RentWave-Await"))
                .isEqualTo(position("legacy", epoch, "0/100"));
        assertThat(facade.service.asked().get(0).header("Cookie")).isEqualTo("theme=dark");
    }

    /** Who has only looked at things so far is not sent back in time either when another side begins to answer. */
    @Test
    void givesABrowserTheTokenBeforeItHasAnyOtherCookie() throws Exception {
        facade.service.answers(
                asked -> Answer.of(200, "seen", "RentWave-Position", position("legacy", epoch, "0/100")));

        HttpResponse<String> browser = facade.get("/api/vehicles", "Sec-Fetch-Site", "same-origin");
        HttpResponse<String> script = facade.get("/api/vehicles");

        assertThat(browser.headers().firstValue("Set-Cookie").orElseThrow()).startsWith("rw_pos=");
        assertThat(script.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @DisplayName("rule 31: who reads the list of notifications reads at least what they are about, whoever answers")
    @Test
    void asksTheCopyToHaveWhatNotificationsAreAbout() throws Exception {
        String reached = position("legacy", epoch, "0/300");
        facade.legacy.answers(
                asked -> Answer.of(200, "news", "RentWave-Positions", "rentals=nothing vehicles=" + reached));
        String bearer = "Bearer " + facade.token("31", Instant.now().plusSeconds(600));

        HttpResponse<String> news = facade.get("/api/notifications", "Authorization", bearer);
        facade.get("/api/vehicles/1", "Authorization", bearer);
        facade.get(
                "/api/vehicles/1",
                "RentWave-Position",
                news.headers().firstValue("RentWave-Position").orElseThrow());

        assertThat(news.headers().firstValue("RentWave-Positions")).isEmpty();
        assertThat(facade.service.asked())
                .as("by what this facade remembers, and by what the client brings along to any facade")
                .extracting(asked -> asked.header("RentWave-Await"))
                .containsExactly(reached, reached);
    }

    @Test
    void believesNeitherAForgedTokenNorHeadersFromOutside() throws Exception {
        String token = token(position("legacy", epoch, "0/100"));

        facade.get(
                "/api/vehicles/1",
                "RentWave-Position",
                "x" + token,
                "RentWave-Await",
                position("legacy", epoch, "0/999"),
                "RentWave-Await-Millis",
                "5000",
                "X-Forwarded-For",
                "1.2.3.4",
                "Forwarded",
                "for=1.2.3.4");

        assertThat(facade.service.asked().get(0).headers())
                .doesNotContainKeys(
                        "RentWave-Await", "RentWave-Await-Millis", "RentWave-Position", "X-Forwarded-For", "Forwarded");
    }

    /** The answer of a read that was asked for before the write may come after the write's. */
    @Test
    void remembersAWriteForAClientThatBringsNothingAlong() throws Exception {
        String written = position("legacy", epoch, "0/300");
        facade.legacy.answers(asked -> Answer.of(201, "made", "RentWave-Position", written));
        String authorization = "Bearer " + facade.token("77", Instant.now().plusSeconds(60));
        facade.send("POST", "/api/vehicles", "{}", "Authorization", authorization);

        facade.get("/api/vehicles", "Authorization", authorization);
        facade.get(
                "/api/vehicles",
                "Authorization",
                "Bearer " + facade.token("78", Instant.now().plusSeconds(60)));

        assertThat(facade.service.asked().get(0).header("RentWave-Await")).isEqualTo(written);
        assertThat(facade.service.asked().get(1).header("RentWave-Await")).isNull();
    }

    @Test
    void whoeverHasSeenThatAThingIsGoneAsksTheCopyForThatPosition() throws Exception {
        String deleted = position("legacy", epoch, "0/300");
        facade.service.answers(asked -> Answer.of(404, "gone", "RentWave-Position", deleted));
        facade.legacy.answers(asked -> Answer.of(404, "gone", "RentWave-Position", deleted));

        HttpResponse<String> answer = facade.get("/api/vehicles/1");

        assertThat(told(answer).toString()).isEqualTo(deleted);
    }

    @Test
    void keepsTheLaterOfTwoPositions() throws Exception {
        String seen = position("legacy", epoch, "0/200");
        Answer old = Answer.of(200, "old", "RentWave-Position", position("legacy", epoch, "0/100"));
        facade.service.answers(asked -> old);
        facade.legacy.answers(asked -> old);

        HttpResponse<String> answer = facade.get("/api/vehicles/1", "RentWave-Position", token(seen));

        assertThat(told(answer).toString()).isEqualTo(seen);
    }
}
