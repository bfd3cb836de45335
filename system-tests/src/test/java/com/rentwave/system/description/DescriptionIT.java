package com.rentwave.system.description;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.rentwave.openapi.ApiDescription;
import com.rentwave.openapi.Route;
import com.rentwave.openapi.SeenAnswer;
import com.rentwave.platform.Login;
import com.rentwave.platform.Platform;
import com.rentwave.system.stack.WithRentWave;
import com.rentwave.workload.api.Answer;
import com.rentwave.workload.api.ApiRequest;
import com.rentwave.workload.api.RentWaveClient;
import com.rentwave.workload.api.SignIn;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every address of the description answers through the facade, and as it is described: with what is asked for, or why not. */
@WithRentWave
class DescriptionIT {

    private static final String STREAM = "/api/notifications/stream";
    private static final String LOGOUT = "/api/auth/logout";

    private final ApiDescription description = ApiDescription.ofThisBuild();

    @Test
    void isServedAsItWasBuilt(Platform platform) throws IOException {
        RentWaveClient anybody = client(platform);

        Answer served = anybody.send(ApiRequest.get("/api/openapi.json"));

        assertThat(served.status()).isEqualTo(200);
        assertThat(served.json().path("paths").size()).isEqualTo((int)
                description.routes().stream().map(Route::path).distinct().count());
        assertThat(anybody.send(ApiRequest.get("/api/docs"))
                        .header("Content-Security-Policy")
                        .orElse(""))
                .contains("script-src 'self'");
    }

    @Test
    void isTrueOfEveryAddressForAnybodyAUserAndAnAdministrator(Platform platform) throws IOException {
        RentWaveClient user = client(platform);
        signIn(user, platform.demoLogin());
        RentWaveClient administrator = client(platform);
        signIn(administrator, platform.administratorLogin());
        List<String> wrong = new ArrayList<>();

        for (Route route : description.routes()) {
            if (!route.path().equals(STREAM) && !route.path().equals(LOGOUT)) {
                judge(route, client(platform), wrong);
                judge(route, user, wrong);
                judge(route, administrator, wrong);
            }
        }

        assertThat(wrong).isEmpty();
    }

    private void judge(Route route, RentWaveClient client, List<String> wrong) throws IOException {
        for (String id : new String[] {"1", "2", "999999999", "no-id"}) {
            String path = route.path()
                    .replace("{id}", id)
                    .replace("{isbn}", "9780306406157")
                    .replace("{file}", "docs.css");
            ApiRequest request = new ApiRequest(route.method(), path, Map.of(), null);
            if (!route.method().equals("GET")) {
                request = ApiRequest.post(path, new ObjectMapper().createObjectNode());
                request = new ApiRequest(route.method(), path, request.headers(), request.body());
            }
            judge(request, client.send(request), wrong);
            if (id.equals("1") && !route.path().contains("{id}")) {
                return;
            }
        }
    }

    private void judge(ApiRequest request, Answer answer, List<String> wrong) {
        Map<String, String> headers = new LinkedHashMap<>();
        answer.headers().map().forEach((name, values) -> headers.put(name, String.join(",", values)));
        List<String> found = description.judge(
                new SeenAnswer(request.method(), request.path(), answer.status(), headers, answer.text()));
        if (!found.isEmpty()) {
            wrong.add(request.method() + ' ' + request.path() + ": " + answer.status() + ' ' + answer.text() + ' '
                    + found);
        }
        if (answer.status() >= 500) {
            wrong.add(request.method() + ' ' + request.path() + " failed: " + answer.describe());
        }
    }

    private static RentWaveClient client(Platform platform) {
        return new RentWaveClient(
                RentWaveClient.newHttpClient(), platform.uri(), SignIn.COOKIE, Duration.ofSeconds(20));
    }

    private static void signIn(RentWaveClient client, Login login) throws IOException {
        assertThat(client.login(login.email(), login.password()).status()).isEqualTo(200);
    }
}
