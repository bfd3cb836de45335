package com.rentwave.facade.console;

import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import com.rentwave.facade.contract.ContractMatrix;
import com.rentwave.facade.contract.ContractRow;
import com.rentwave.facade.contract.PactFolder;
import com.rentwave.facade.contract.Verification;
import com.rentwave.facade.contract.Verifications;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
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
    private final ContractMatrix matrix;
    private final PactFolder folder;
    private final JsonMapper strict;

    ContractApi(Verifications verifications, ContractMatrix matrix, PactFolder folder) {
        this.verifications = verifications;
        this.matrix = matrix;
        this.folder = folder;
        this.strict = JsonMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
    }

    RouterFunction<ServerResponse> routes() {
        return route().GET("/contracts/verifications", request -> Answers.ok(() -> verifications.newest(NEWEST)))
                .GET("/contracts/matrix", request -> Answers.ok(this::rows))
                .POST("/contracts/verifications", request -> Answers.body(request, this::add))
                .build();
    }

    private List<ContractRow> rows() throws InterruptedException {
        List<ContractRow> rows = new ArrayList<>();
        try {
            for (String api : folder.read().apis()) {
                rows.addAll(matrix.rows(api));
            }
        } catch (IOException e) {
            throw ConsoleProblem.unavailable("The contracts cannot be read: " + e.getMessage());
        }
        return rows;
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
                    "Send consumer, provider, build, pactHash, verified, at and failures as JSON; pactProvider and"
                            + " interactions too when they are known.");
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
