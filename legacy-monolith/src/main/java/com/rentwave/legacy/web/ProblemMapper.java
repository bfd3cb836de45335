package com.rentwave.legacy.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Turns whatever a request fails with into a problem answer. What nobody foresaw is never shown. */
@Provider
public class ProblemMapper implements ExceptionMapper<Throwable> {

    private static final List<String> METHODS = List.of("GET", "HEAD", "POST", "PUT", "DELETE");

    @Context
    private HttpServletRequest request;

    @Override
    public Response toResponse(Throwable failure) {
        Refusal refusal = refusal(failure);
        Response.ResponseBuilder answer = Response.status(refusal.problem().status())
                .type("application/problem+json")
                .entity(Bodies.bytes(refusal.body(request.getRequestURI())));
        refusal.headers().forEach(answer::header);
        return answer.build();
    }

    private Refusal refusal(Throwable failure) {
        Optional<Refusal> known = Refusal.in(failure);
        if (known.isPresent()) {
            return known.get();
        }
        if (failure instanceof NotFoundException) {
            return Refusal.noSuchAddress();
        }
        if (failure instanceof NotAllowedException notAllowed) {
            return methodNotAllowed(notAllowed.getResponse());
        }
        if (failure instanceof WebApplicationException other) {
            return other(other.getResponse());
        }
        return Outage.unforeseen(failure);
    }

    private Refusal methodNotAllowed(Response response) {
        String allowed = response.getAllowedMethods().stream()
                .map(String::toUpperCase)
                .filter(METHODS::contains)
                .sorted((a, b) -> METHODS.indexOf(a) - METHODS.indexOf(b))
                .collect(Collectors.joining(", "));
        return Refusal.of(Problem.METHOD_NOT_ALLOWED, "This address does not answer " + request.getMethod() + '.')
                .with("Allow", allowed);
    }

    private static Refusal other(Response response) {
        return response.getStatus() < 500
                ? Refusal.of(Problem.BAD_REQUEST, "The request cannot be understood.")
                : Refusal.internalError();
    }
}
