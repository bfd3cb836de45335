package com.rentwave.legacy.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Answers for the server what it would answer with a page of its own: the errors from outside the API, as problems. */
@WebServlet("/problem")
public class ErrorServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Integer status = (Integer) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        String path = (String) request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        Refusal refusal = refusal(status == null ? HttpServletResponse.SC_NOT_FOUND : status, request.getMethod());
        response.setStatus(refusal.problem().status());
        response.setContentType("application/problem+json");
        response.setHeader("Cache-Control", "private, no-cache");
        response.getOutputStream().write(Bodies.bytes(refusal.body(path == null ? request.getRequestURI() : path)));
    }

    private static Refusal refusal(int status, String method) {
        return switch (status) {
            case 403, 404 -> Refusal.noSuchAddress();
            case 405 -> Refusal.of(Problem.METHOD_NOT_ALLOWED, "This address does not answer " + method + '.');
            case 413 -> Refusal.of(Problem.PAYLOAD_TOO_LARGE, "The body is larger than 65536 bytes.");
            case 503 -> Refusal.of(Problem.UNAVAILABLE, "The application is starting or stopping.");
            default ->
                status < 500
                        ? Refusal.of(Problem.BAD_REQUEST, "The request cannot be understood.")
                        : Refusal.internalError();
        };
    }
}
