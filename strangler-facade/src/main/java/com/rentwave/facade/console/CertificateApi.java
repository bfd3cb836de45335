package com.rentwave.facade.console;

import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import com.rentwave.facade.certificate.Certificates;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The operator API of flip certificates: single ones, those of a move, and the chain that can be checked elsewhere. */
@Component
class CertificateApi {

    private static final String NUMBER = "[1-9][0-9]{0,17}";

    private final Certificates certificates;
    private final JsonMapper json;

    CertificateApi(Certificates certificates, JsonMapper json) {
        this.certificates = certificates;
        this.json = json;
    }

    RouterFunction<ServerResponse> routes() {
        return route().GET("/migration/certificates", request -> Answers.ok(() -> read(certificates.all())))
                .GET("/migration/certificates/{number}", request -> Answers.ok(() -> one(request)))
                .GET("/migration/moves/{id}/certificates", request -> Answers.ok(() -> ofMove(request)))
                .build();
    }

    private List<JsonNode> read(List<String> documents) {
        return documents.stream().map(json::readTree).toList();
    }

    private JsonNode one(ServerRequest request) {
        String number = request.pathVariable("number");
        return Optional.of(number)
                .filter(text -> text.matches(NUMBER))
                .flatMap(text -> certificates.find(Long.parseLong(text)))
                .map(json::readTree)
                .orElseThrow(() -> ConsoleProblem.notFound("There is no certificate " + number + "."));
    }

    private List<JsonNode> ofMove(ServerRequest request) {
        String id = request.pathVariable("id");
        if (!id.matches(NUMBER)) {
            throw ConsoleProblem.notFound("There is no move " + id + ".");
        }
        return read(certificates.of(Long.parseLong(id))).stream()
                .map(link -> link.get("certificate"))
                .toList();
    }
}
