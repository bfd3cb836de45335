package com.rentwave.service.web;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/** Answers what Tomcat itself refuses, and what failed outside Spring, with a problem too. */
final class ProblemValve extends ValveBase {

    ProblemValve() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        getNext().invoke(request, response);
        if (response.isCommitted() || !response.setErrorReported()) {
            return;
        }
        response.setSuspended(false);
        ProblemWriter.write(problem(request, response.getStatus()), request.getRequestURI(), response.getResponse());
        response.finishResponse();
    }

    private static Problem problem(Request request, int status) {
        return switch (status) {
            case 404 -> Problem.nothingHere();
            case 405 -> Problem.methodNotAllowed(request.getMethod(), "GET, HEAD, POST, PUT, DELETE");
            case 413 -> Problem.bodyTooLarge();
            case 503 -> Problem.unavailable("The application is starting or stopping.");
            default -> status < 500 ? Problem.badRequest() : Problem.internalError();
        };
    }
}
