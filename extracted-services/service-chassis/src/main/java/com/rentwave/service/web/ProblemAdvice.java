package com.rentwave.service.web;

import com.rentwave.service.NotOwner;
import com.rentwave.service.store.Outage;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpMethod;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Turns every exception into the API's problem answer. What it does not know is our mistake, and logged. */
@ControllerAdvice
class ProblemAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    /** Those an address may answer, in the order in which Allow names them. */
    private static final List<HttpMethod> METHODS =
            List.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.POST, HttpMethod.PUT, HttpMethod.DELETE);

    private final DomainProblems domain;

    ProblemAdvice(DomainProblems domain) {
        this.domain = domain;
    }

    @ExceptionHandler
    void answer(Exception thrown, HttpServletRequest request, HttpServletResponse response) throws IOException {
        ProblemWriter.write(problemOf(thrown), request, response);
    }

    Problem problemOf(Exception thrown) {
        return domain.of(thrown).orElseGet(() -> general(thrown));
    }

    private static Problem general(Exception thrown) {
        if (thrown instanceof Refusal e) {
            return e.problem();
        } else if (thrown instanceof NotOwner e) {
            return Problem.notOwner(e.api(), e.epoch());
        } else if (thrown instanceof NoHandlerFoundException || thrown instanceof NoResourceFoundException) {
            return Problem.nothingHere();
        } else if (thrown instanceof HttpRequestMethodNotSupportedException e) {
            return Problem.methodNotAllowed(e.getMethod(), allowed(e));
        } else if (Outage.isOutage(thrown)) {
            LOG.warn("database not available: {}", thrown.getMessage());
            return Problem.unavailable("The database cannot be reached.");
        }
        LOG.error("a request failed", thrown);
        return Problem.internalError();
    }

    private static String allowed(HttpRequestMethodNotSupportedException e) {
        Set<HttpMethod> supported = e.getSupportedHttpMethods();
        return METHODS.stream()
                .filter(m -> supported.contains(m) || m.equals(HttpMethod.HEAD) && supported.contains(HttpMethod.GET))
                .map(HttpMethod::name)
                .collect(Collectors.joining(", "));
    }
}
