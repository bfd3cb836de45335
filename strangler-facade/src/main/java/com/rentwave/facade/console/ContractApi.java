package com.rentwave.facade.console;

import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import com.rentwave.facade.contract.Verification;
import com.rentwave.facade.contract.Verifications;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The operator API of contract verifications: quality assurance reports them, the gate reads them. */
@Component
class ContractApi {

    private static final int NEWEST = 200;

    private final Verifications verifications;
    private final JsonMapper strict;

    ContractApi(Verifications verifications) {
        this.verifications = verifications;
        this.strict = JsonMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                .build();
    }

    RouterFunction<ServerResponse> routes() {
        return route().GET("/contracts/verifications", request -> Answers.ok(() -> verifications.newest(NEWEST)))
                .POST("/contracts/verifications", request -> Answers.body(request, this::add))
                .build();
    }

    private Answers.Answer add(String text) {
        Verification verification = read(text);
        require(isName(verification.consumer()), "consumer");
        require(isName(verification.provider()), "provider");
        require(isName(verification.build()), "build");
        require(
                verification.pactHash() != null && verification.pactHash().matches("[0-9a-f]{64}"),
                "pactHash (64 lower-case hex digits)");
        require(verification.at() != null, "at (an instant)");
        verifications.add(verification);
        return Answers.of(HttpStatus.CREATED, Map.of("recorded", true));
    }

    private Verification read(String text) {
        try {
            return strict.readValue(text, Verification.class);
        } catch (JacksonException e) {
            throw ConsoleProblem.invalid(
                    "Send consumer, provider, build, pactHash, verified, at and failures as JSON.");
        }
    }

    private static boolean isName(String text) {
        return text != null && text.matches("[!-~]{1,200}");
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw ConsoleProblem.invalid("The verification needs " + what + ".");
        }
    }
}
