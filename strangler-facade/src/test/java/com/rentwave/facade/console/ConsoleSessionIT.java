package com.rentwave.facade.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.rentwave.facade.cutover.Cutovers;
import com.rentwave.facade.cutover.OrderedBy;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** Who is let in at the console, and to what. */
class ConsoleSessionIT {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @AutoClose
    private static ConsoleFacade facade;

    @BeforeAll
    static void start() throws Exception {
        facade = new ConsoleFacade();
    }

    private static HttpResponse<String> send(String method, String path, String body, String... headers)
            throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(facade.console(path))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }

    private static String origin() {
        return facade.console("/").toString().replaceAll("/$", "");
    }

    private static String cookie(String token) throws Exception {
        HttpResponse<String> answer = send("POST", "/session", "{\"token\":\"" + token + "\"}", "Origin", origin());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.headers().firstValue("Set-Cookie").orElseThrow();
    }

    private static String session(String token) throws Exception {
        return cookie(token).split(";")[0];
    }

    private static final String DRY = "{\"to\":\"SYNCED\",\"dryRun\":true}";

    @Test
    void keepsTheSessionFromScriptsAndOtherSites() throws Exception {
        assertThat(cookie(ConsoleFacade.OPERATOR))
                .containsIgnoringCase("HttpOnly")
                .contains("SameSite=Strict", "Path=/", "Max-Age=28800");
    }

    @Test
    void tellsWhoIsSignedIn() throws Exception {
        assertThat(send("GET", "/session", null).body()).contains("\"role\":null");
        assertThat(send("GET", "/session", null, "Cookie", session(ConsoleFacade.VIEWER))
                        .body())
                .contains("\"role\":\"viewer\"");
        assertThat(send("GET", "/session", null, "Cookie", session(ConsoleFacade.OPERATOR))
                        .body())
                .contains("\"role\":\"operator\"");
    }

    @Test
    void keepsTheNameThatWasGivenAtTheSignInWithWhatIsOrdered() throws Exception {
        String signIn = "{\"token\":\"" + ConsoleFacade.OPERATOR + "\",\"name\":\" Änne O'Neill \"}";
        HttpResponse<String> signedIn = send("POST", "/session", signIn, "Origin", origin());
        String named = signedIn.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
        HttpResponse<String> noName =
                send("POST", "/session", signIn.replace("Änne O'Neill", "<b>"), "Origin", origin());

        assertThat(signedIn.body()).contains("\"name\":\"Änne O'Neill\"");
        assertThat(noName.statusCode()).isEqualTo(400);
        assertThat(noName.body()).contains("A name has at most 40 letters");
        assertThat(send("GET", "/session", null, "Cookie", named).body()).contains("\"name\":\"Änne O'Neill\"");
        assertThat(orderedBy(named, ",\"name\":\"somebody else\""))
                .isEqualTo(OrderedBy.operator("browser session", "Änne O'Neill"));
        assertThat(orderedBy(session(ConsoleFacade.OPERATOR), ""))
                .isEqualTo(OrderedBy.operator("browser session", null));
    }

    /** Orders a move, and has the API where it was before. */
    private static OrderedBy orderedBy(String cookie, String more) throws Exception {
        HttpResponse<String> ordered = send(
                "POST",
                "/migration/vehicles/moves",
                "{\"to\":\"SYNCED\"" + more + "}",
                "Cookie",
                cookie,
                "Origin",
                origin());
        assertThat(ordered.statusCode()).as(ordered.body()).isEqualTo(202);
        Cutovers cutovers = facade.context.getBean(Cutovers.class);
        await("the move ends").until(() -> cutovers.running().isEmpty());
        new JdbcTemplate(facade.sides.migration())
                .update("UPDATE route SET phase = 'LEGACY', version = version + 1 WHERE api = 'vehicles'");
        return cutovers.newest("vehicles", 1).get(0).orderedBy();
    }

    @Test
    void aViewerSeesEverythingAndOrdersNothing() throws Exception {
        String viewer = session(ConsoleFacade.VIEWER);

        for (String path : new String[] {
            "/migration",
            "/migration/moves",
            "/migration/vehicles/can-advance?to=SYNCED",
            "/migration/vehicles/plan?to=SYNCED",
            "/migration/vehicles/traffic",
            "/migration/vehicles/data",
            "/migration/vehicles/shadow",
            "/contracts/matrix"
        }) {
            assertThat(send("GET", path, null, "Cookie", viewer).statusCode())
                    .as(path)
                    .isEqualTo(200);
        }
        HttpResponse<String> byCookie =
                send("POST", "/migration/vehicles/moves", DRY, "Cookie", viewer, "Origin", origin());
        HttpResponse<String> byToken =
                send("POST", "/migration/vehicles/moves", DRY, "Authorization", "Bearer " + ConsoleFacade.VIEWER);

        assertThat(byCookie.statusCode()).isEqualTo(403);
        assertThat(byCookie.body()).contains("operator token");
        assertThat(byToken.statusCode()).isEqualTo(403);
    }

    @Test
    void anOperatorOrdersFromTheConsolesOwnPageOnly() throws Exception {
        String operator = session(ConsoleFacade.OPERATOR);

        int own = send("POST", "/migration/vehicles/moves", DRY, "Cookie", operator, "Origin", origin())
                .statusCode();
        int site = send(
                        "POST",
                        "/migration/vehicles/moves",
                        DRY,
                        "Cookie",
                        operator,
                        "Origin",
                        facade.site("").toString())
                .statusCode();
        int unknown = send("POST", "/migration/vehicles/moves", DRY, "Cookie", operator, "Sec-Fetch-Site", "same-site")
                .statusCode();

        assertThat(own).isEqualTo(200);
        assertThat(site).isEqualTo(403);
        assertThat(unknown).isEqualTo(403);
    }

    @Test
    void refusesASessionThatIsForgedChangedOrOver() throws Exception {
        ConsoleTokens tokens = facade.context.getBean(ConsoleTokens.class);
        Clock past = Clock.fixed(Instant.now().minus(Duration.ofHours(9)), ZoneOffset.UTC);
        ConsoleSessions yesterday = new ConsoleSessions(tokens, past);
        String viewer = session(ConsoleFacade.VIEWER);

        for (String cookie : new String[] {
            "rw_console=operator.99999999999.AAAA",
            "rw_console=",
            "rw_console=a.b.c",
            viewer.replace("viewer", "operator"),
            viewer + "A",
            viewer.replace("viewer.", "viewer.QW5uYQ."),
            viewer.replaceAll("\\.([^.]*)$", ".QW5uYQ.$1"),
            "rw_console=" + yesterday.write(yesterday.begin(Role.OPERATOR, null))
        }) {
            assertThat(send("GET", "/migration", null, "Cookie", cookie).statusCode())
                    .as(cookie)
                    .isEqualTo(401);
        }
    }

    @Test
    void forgetsTheSessionOfWhoSignsOut() throws Exception {
        HttpResponse<String> out = send("DELETE", "/session", null, "Origin", origin());

        assertThat(out.statusCode()).isEqualTo(204);
        assertThat(out.headers().firstValue("Set-Cookie").orElse("")).contains("rw_console=;", "Max-Age=0");
    }

    @Test
    void tellsAWrongTokenAndSlowsGuessesDown() throws Exception {
        AtomicLong now = new AtomicLong();
        GuessBrake brake = new GuessBrake(2, Duration.ofSeconds(3), now::get);
        HttpResponse<String> wrong = send("POST", "/session", "{\"token\":\"let me\"}", "Origin", origin());
        brake.wrong("a");
        brake.wrong("a");
        assertThat(brake.wait("a")).isZero();

        brake.wrong("a");
        assertThat(brake.wait("a")).isEqualTo(Duration.ofSeconds(1));
        assertThat(brake.wait("b")).isZero();
        brake.wrong("a");
        brake.wrong("a");
        assertThat(brake.wait("a")).isEqualTo(Duration.ofSeconds(3));
        now.addAndGet(Duration.ofSeconds(4).toNanos());
        assertThat(brake.wait("a")).isZero();
        brake.right("a");
        brake.wrong("a");

        assertThat(brake.wait("a")).isZero();
        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(wrong.body()).contains("Wrong token.");
    }
}
