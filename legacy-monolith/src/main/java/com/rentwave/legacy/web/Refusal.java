package com.rentwave.legacy.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A request is refused for a reason its sender can understand. It has changed nothing, whatever it began is rolled back. */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Problem problem;
    private final transient List<FieldError> errors;
    private final transient Map<String, String> headers;

    private Refusal(Problem problem, String detail, List<FieldError> errors, Map<String, String> headers) {
        super(detail, null, false, false);
        this.problem = problem;
        this.errors = List.copyOf(errors);
        this.headers = headers;
    }

    public static Refusal of(Problem problem, String detail) {
        return new Refusal(problem, detail, List.of(), Map.of());
    }

    /** With the fields or parameters at fault, in the order of the answer. */
    public static Refusal of(Problem problem, String detail, List<FieldError> errors) {
        return new Refusal(problem, detail, errors, Map.of());
    }

    public static Refusal invalid(List<FieldError> errors) {
        return of(Problem.VALIDATION_FAILED, "One or more fields are not valid.", errors);
    }

    public static Refusal invalidParameters(List<FieldError> errors) {
        return of(Problem.INVALID_PARAMETER, "One or more parameters are not valid.", errors);
    }

    /** Nothing lives at the address asked for. */
    public static Refusal noSuchAddress() {
        return of(Problem.NOT_FOUND, "There is nothing at this address.");
    }

    /** The refusal that something failed with, whatever is wrapped around it. */
    static Optional<Refusal> in(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) {
                return Optional.of(refusal);
            }
        }
        return Optional.empty();
    }

    /** Something failed that nobody foresaw; the request may have been carried out or not. */
    static Refusal internalError() {
        return of(
                Problem.INTERNAL_ERROR,
                "Something went wrong on our side. Nothing can be said about the request; ask again before you repeat it.");
    }

    /** The same with one more fact for machines. */
    public Refusal with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Refusal(problem, getMessage(), errors, more);
    }

    public Problem problem() {
        return problem;
    }

    public List<FieldError> errors() {
        return errors;
    }

    Map<String, String> headers() {
        return headers;
    }

    /** The answer's body, RFC 9457. */
    public String body(String instance) {
        JsonText json = new JsonText()
                .object()
                .field("type", "urn:rentwave:problem:" + problem.word())
                .field("title", problem.title())
                .field("status", problem.status())
                .field("detail", getMessage())
                .field("instance", instance);
        if (!errors.isEmpty()) {
            json.name("errors").array();
            errors.forEach(error -> json.object()
                    .field("field", error.field())
                    .field("reason", error.reason())
                    .end());
            json.end();
        }
        return json.end().toString();
    }
}
