package com.rentwave.vehicle.web;

import com.rentwave.vehicle.ChangedMeanwhile;
import com.rentwave.vehicle.NoSuchVehicle;
import com.rentwave.vehicle.NotOwner;
import com.rentwave.vehicle.NotYours;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Turns every exception into the API's problem answer. What it does not know is our mistake, and logged. */
@ControllerAdvice
class ProblemAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    @ExceptionHandler
    void answer(Exception thrown, HttpServletRequest request, HttpServletResponse response) throws IOException {
        ProblemWriter.write(problemOf(thrown), request, response);
    }

    Problem problemOf(Exception thrown) {
        if (thrown instanceof Refusal e) {
            return e.problem();
        } else if (thrown instanceof NotOwner e) {
            return Problem.notOwner(e.epoch());
        } else if (thrown instanceof NoSuchVehicle e) {
            return Problem.noVehicle(Long.toString(e.vehicleId()));
        } else if (thrown instanceof NotYours e) {
            return Problem.forbidden(e.vehicleId());
        } else if (thrown instanceof ChangedMeanwhile e) {
            return Problem.changedMeanwhile(e.vehicleId());
        } else if (thrown instanceof NoHandlerFoundException || thrown instanceof NoResourceFoundException) {
            return Problem.nothingHere();
        } else if (thrown instanceof HttpRequestMethodNotSupportedException e) {
            return Problem.methodNotAllowed(e.getMethod(), allowed(e));
        } else if (thrown instanceof CannotCreateTransactionException
                || thrown instanceof CannotGetJdbcConnectionException) {
            LOG.warn("database not available: {}", thrown.getMessage());
            return Problem.unavailable("The database does not answer.");
        }
        LOG.error("a request failed", thrown);
        return Problem.internalError();
    }

    private static String allowed(HttpRequestMethodNotSupportedException e) {
        String[] methods = e.getSupportedMethods();
        return methods == null ? "" : String.join(", ", new TreeSet<>(java.util.List.of(methods)));
    }
}
