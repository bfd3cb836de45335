package com.rentwave.workload.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.rentwave.platform.ScratchFacade;
import com.rentwave.workload.api.OperatorClient;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The facade with everything on: a canary of half of the users, whose sign-ins are checked, who bring positions along and
 * get new ones, half of them as browsers with cookies and half as programs with headers; each side's reads are measured,
 * and some are copied to the other side and compared.
 */
final class EverythingOn {

    private static final int USERS = 64;
    private static final int SHARE = 50;
    private static final long TO_KNOW_THE_KEYS = Duration.ofSeconds(20).toNanos();

    private final ScratchFacade facade;
    private final SignedInUsers users;
    private final URI asked;
    private final HttpClient http = HttpClient.newHttpClient();
    private final OperatorClient operator;

    EverythingOn(ScratchFacade facade, SignedInUsers users, String path) {
        this.facade = facade;
        this.users = users;
        this.asked = facade.uri().resolve(path);
        this.operator = new OperatorClient(http, facade.console(), facade.operatorToken());
    }

    /** Begins the canary; what its users send. The positions they bring along are believed for two minutes. */
    Requests begin() throws IOException, InterruptedException {
        facade.route("CANARY", SHARE);
        awaitSignInChecks();
        List<Map<String, String>> all = new ArrayList<>();
        for (int user = 1; user <= USERS; user++) {
            String token = users.token(user);
            String position = get(token)
                    .headers()
                    .firstValue("RentWave-Position")
                    .orElseThrow(() -> new IOException("The facade tells no position."));
            Map<String, String> headers = new LinkedHashMap<>();
            headers.put("Accept", "application/json");
            if (user % 2 == 0) {
                headers.put("Cookie", "rw_session=" + token + "; rw_pos=" + position);
            } else {
                headers.put("Authorization", "Bearer " + token);
                headers.put("RentWave-Position", position);
            }
            all.add(headers);
        }
        return new Requests(all);
    }

    /** A forged token is refused as soon as the keys are known; until then it would be the backend's to judge. */
    private void awaitSignInChecks() throws IOException, InterruptedException {
        String forged = new SignedInUsers().token(1);
        for (long end = System.nanoTime() + TO_KNOW_THE_KEYS; get(forged).statusCode() != 401; Thread.sleep(100)) {
            if (System.nanoTime() - end > 0) {
                throw new IOException("The facade does not check sign-ins.");
            }
        }
    }

    private HttpResponse<Void> get(String token) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(asked)
                .header("Accept", "application/json")
                .header("Authorization", "Bearer " + token)
                .build();
        return http.send(request, HttpResponse.BodyHandlers.discarding());
    }

    /** Why the load that has just ended did not measure what it was meant to; empty when it did. */
    Optional<String> doubt() throws IOException {
        JsonNode canary = operator.canary("vehicles");
        boolean compared = canary.path("compared").asLong() > 0
                && canary.path("mismatched").asLong() == 0;
        return canary.path("percent").asInt() == SHARE && compared
                ? Optional.empty()
                : Optional.of("The canary did not go as it should: " + canary);
    }
}
