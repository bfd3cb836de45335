package com.rentwave.legacy.web;

/** The problems an answer can name, {@code urn:rentwave:problem:<name>}, with the status and title that never change. */
public enum Problem {
    UNAUTHENTICATED("unauthenticated", 401, "Sign-in needed"),
    INVALID_TOKEN("invalid-token", 401, "Sign-in not valid"),
    WRONG_CREDENTIALS("wrong-credentials", 401, "Sign-in refused"),
    FORBIDDEN("forbidden", 403, "Not yours"),
    ADMINISTRATORS_ONLY("administrators-only", 403, "Administrators only"),
    CLOCK_FIXED("clock-fixed", 403, "Clock cannot be moved"),
    NOT_FOUND("not-found", 404, "Not found"),
    METHOD_NOT_ALLOWED("method-not-allowed", 405, "Method not allowed"),
    ALREADY_EXISTS("already-exists", 409, "Already there"),
    EMAIL_TAKEN("email-taken", 409, "E-mail taken"),
    ALREADY_RENTED("already-rented", 409, "Already rented"),
    NOT_AVAILABLE("not-available", 409, "Not available"),
    OWN_ITEM("own-item", 409, "Your own"),
    INSUFFICIENT_FUNDS("insufficient-funds", 409, "Not enough money"),
    BALANCE_NEGATIVE("balance-negative", 409, "Balance below zero"),
    TOO_LATE_TO_CANCEL("too-late-to-cancel", 409, "Too late to cancel"),
    ALREADY_CANCELLED("already-cancelled", 409, "Already cancelled"),
    RESERVATION_RELEASED("reservation-released", 409, "Reservation released"),
    RESERVATION_CONFIRMED("reservation-confirmed", 409, "Reservation confirmed"),
    RETIRED("retired", 410, "Retired"),
    PRECONDITION_FAILED("precondition-failed", 412, "Changed in the meantime"),
    PAYLOAD_TOO_LARGE("payload-too-large", 413, "Body too large"),
    UNSUPPORTED_MEDIA_TYPE("unsupported-media-type", 415, "Media type not supported"),
    NOT_OWNER("not-owner", 421, "Not the owner"),
    IDEMPOTENCY_KEY_REUSED("idempotency-key-reused", 422, "Key used before"),
    POSITION_NOT_REACHED("position-not-reached", 425, "Not there yet"),
    PRECONDITION_REQUIRED("precondition-required", 428, "If-Match needed"),
    INVALID_JSON("invalid-json", 400, "Not valid JSON"),
    VALIDATION_FAILED("validation-failed", 400, "Request not valid"),
    INVALID_PARAMETER("invalid-parameter", 400, "Request not valid"),
    INVALID_CURSOR("invalid-cursor", 400, "Cursor not valid"),
    INVALID_IDEMPOTENCY_KEY("invalid-idempotency-key", 400, "Idempotency-Key not valid"),
    BAD_REQUEST("bad-request", 400, "Request not valid"),
    INTERNAL_ERROR("internal-error", 500, "Our mistake"),
    UNAVAILABLE("unavailable", 503, "Not available");

    private final String word;
    private final int status;
    private final String title;

    Problem(String word, int status, String title) {
        this.word = word;
        this.status = status;
        this.title = title;
    }

    public String word() {
        return word;
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }
}
