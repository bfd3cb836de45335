package com.rentwave.cdc.control;

import com.rentwave.cdc.reconcile.BarrierException;
import java.net.URI;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    @ExceptionHandler
    ResponseEntity<ProblemDetail> problem(Problem e) {
        return answer(e.status(), e.name(), e.title(), e.getMessage());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> noDatabase(SQLException e) {
        LOG.warn("a database does not answer: {}", e.toString());
        return answer(
                HttpStatus.SERVICE_UNAVAILABLE,
                "unavailable",
                "Not available",
                "A database does not answer: " + e.getMessage());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> noBarrier(BarrierException e) {
        return answer(HttpStatus.SERVICE_UNAVAILABLE, "unavailable", "Not available", "The stream: " + e.getMessage());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> mistake(RuntimeException e) {
        LOG.error("unexpected", e);
        return answer(
                HttpStatus.INTERNAL_SERVER_ERROR, "internal-error", "Our mistake", "Something went wrong on our side.");
    }

    private static ResponseEntity<ProblemDetail> answer(HttpStatus status, String name, String title, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create("urn:rentwave:problem:" + name));
        problem.setTitle(title);
        return ResponseEntity.status(status).body(problem);
    }
}
