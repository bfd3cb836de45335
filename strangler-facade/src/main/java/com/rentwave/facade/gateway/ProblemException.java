package com.rentwave.facade.gateway;

/** Ends a request with an answer of the facade itself. */
final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    ProblemException(Problem problem) {
        super(problem.name(), null, false, false);
        this.problem = problem;
    }

    Problem problem() {
        return problem;
    }
}
