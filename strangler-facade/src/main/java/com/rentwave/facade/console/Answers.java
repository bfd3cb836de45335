package com.rentwave.facade.console;

import java.util.concurrent.Callable;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Answers that are worked out on threads which may block, and the problem answers for what goes wrong there. */
final class Answers {

    private static final Logger LOG = LoggerFactory.getLogger(Answers.class);

    private Answers() {}

    /** A status and what goes with it. */
    record Answer(HttpStatus status, Object body) {}

    static Answer of(HttpStatus status, Object body) {
        return new Answer(status, body);
    }

    static Mono<ServerResponse> ok(Callable<?> work) {
        return blocking(() -> of(HttpStatus.OK, work.call()));
    }

    static Mono<ServerResponse> body(ServerRequest request, Function<String, Answer> work) {
        return request.bodyToMono(String.class).defaultIfEmpty("").flatMap(text -> blocking(() -> work.apply(text)));
    }

    static Mono<ServerResponse> problem(ServerRequest request, Throwable error) {
        ConsoleProblem problem = problem(error);
        ServerResponse.BodyBuilder answer = ServerResponse.status(problem.status());
        if (problem.status() == 401) {
            answer.header("WWW-Authenticate", "Bearer");
        }
        if (problem.retryAfter() > 0) {
            answer.header("Retry-After", Long.toString(problem.retryAfter()));
        }
        return answer.contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .bodyValue(problem.body(request.uri().getPath()));
    }

    private static ConsoleProblem problem(Throwable error) {
        if (error instanceof ConsoleProblem problem) {
            return problem;
        }
        if (error instanceof ResponseStatusException refused
                && refused.getStatusCode().value() == 404) {
            return ConsoleProblem.notFound("There is nothing at this address.");
        }
        if (error instanceof DataBufferLimitException) {
            return ConsoleProblem.invalid("The body is too large.");
        }
        if (error instanceof DataAccessException) {
            LOG.warn("the migration database does not answer: {}", error.getMessage());
            return ConsoleProblem.unavailable("The migration database does not answer.");
        }
        LOG.error("the operator API failed", error);
        return ConsoleProblem.unavailable("Something went wrong; the log tells what.");
    }

    private static Mono<ServerResponse> blocking(Callable<Answer> work) {
        return Mono.fromCallable(work).subscribeOn(Schedulers.boundedElastic()).flatMap(answer -> ServerResponse.status(
                        answer.status())
                .contentType(MediaType.APPLICATION_JSON)
                .header("Cache-Control", "no-store")
                .bodyValue(answer.body()));
    }
}
