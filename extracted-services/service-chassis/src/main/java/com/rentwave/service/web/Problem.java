package com.rentwave.service.web;

import java.util.List;
import java.util.Map;

/**
 * A problem answer of the API (RFC 9457), except for the address it is about.
 *
 * @param name last part of the problem's type
 * @param headers of the answer besides those every problem has
 */
public record Problem(
        String name, int status, String title, String detail, List<FieldError> errors, Map<String, String> headers) {

    /** A problem with neither fields nor headers of its own. */
    public static Problem of(String name, int status, String title, String detail) {
        return new Problem(name, status, title, detail, List.of(), Map.of());
    }

    private Problem with(String header, String value) {
        return new Problem(name, status, title, detail, errors, Map.of(header, value));
    }

    /** The same with the position up to which its reader has seen the data. */
    Problem at(String position) {
        return with("RentWave-Position", position);
    }

    private Problem with(List<FieldError> wrong) {
        return new Problem(name, status, title, detail, List.copyOf(wrong), headers);
    }

    public static Problem unauthenticated() {
        return of("unauthenticated", 401, "Sign-in needed", "Sign in, or send a bearer token.")
                .with("WWW-Authenticate", "Bearer");
    }

    public static Problem internalTokenNeeded() {
        return of("unauthenticated", 401, "Sign-in needed", "Send the internal token as a bearer token.")
                .with("WWW-Authenticate", "Bearer");
    }

    public static Problem invalidToken() {
        return of("invalid-token", 401, "Sign-in not valid", "The token is expired or not valid. Sign in again.")
                .with("WWW-Authenticate", "Bearer error=\"invalid_token\"");
    }

    /** @param kind what is not there, in small letters */
    public static Problem absent(String kind, Object id) {
        return of("not-found", 404, "Not found", "There is no " + kind + ' ' + id + '.');
    }

    public static Problem nothingHere() {
        return of("not-found", 404, "Not found", "There is nothing at this address.");
    }

    public static Problem methodNotAllowed(String method, String allowed) {
        return of("method-not-allowed", 405, "Method not allowed", "This address does not answer " + method + ".")
                .with("Allow", allowed);
    }

    public static Problem bodyTooLarge() {
        return of(
                "payload-too-large",
                413,
                "Body too large",
                "The body is larger than " + RequestBody.MAX_BYTES + " bytes.");
    }

    public static Problem unsupportedMediaType() {
        return of("unsupported-media-type", 415, "Media type not supported", "Send the body as application/json.");
    }

    public static Problem notOwner(String api, long epoch) {
        return of(
                        "not-owner",
                        421,
                        "Not the owner",
                        "This side does not own " + api + " at the moment. Nothing was changed.")
                .with("RentWave-Epoch", Long.toString(epoch));
    }

    public static Problem keyReused() {
        return of(
                "idempotency-key-reused", 422, "Key used before", "This Idempotency-Key was used for another request.");
    }

    public static Problem notThereYet() {
        return of("position-not-reached", 425, "Not there yet", "This side has not applied the asked position yet.");
    }

    public static Problem ifMatchNeeded() {
        return of(
                "precondition-required",
                428,
                "If-Match needed",
                "Send the ETag of the version you changed as If-Match.");
    }

    public static Problem invalidJson() {
        return of("invalid-json", 400, "Not valid JSON", "The body is not one valid JSON object in UTF-8.");
    }

    public static Problem invalidFields(List<FieldError> errors) {
        return of("validation-failed", 400, "Request not valid", "One or more fields are not valid.")
                .with(errors);
    }

    public static Problem invalidParameters(List<FieldError> errors) {
        return of("invalid-parameter", 400, "Request not valid", "One or more parameters are not valid.")
                .with(errors);
    }

    public static Problem invalidCursor() {
        return of("invalid-cursor", 400, "Cursor not valid", "The cursor is not one of ours for this list.");
    }

    public static Problem invalidKey() {
        return of(
                "invalid-idempotency-key",
                400,
                "Idempotency-Key not valid",
                "An Idempotency-Key has 1 to 200 visible ASCII characters.");
    }

    public static Problem badRequest() {
        return of("bad-request", 400, "Request not valid", "The request cannot be understood.");
    }

    public static Problem internalError() {
        return of(
                "internal-error",
                500,
                "Our mistake",
                "Something went wrong on our side. Nothing can be said about the request; ask again before you repeat it.");
    }

    /** @param what a sentence that names the part that is not there */
    public static Problem unavailable(String what) {
        return of("unavailable", 503, "Not available", what).with("Retry-After", "1");
    }

    /** @param instance path of the request, without its query */
    public byte[] body(String instance) {
        JsonWriter json = new JsonWriter()
                .beginObject()
                .field("type", "urn:rentwave:problem:" + name)
                .field("title", title)
                .field("status", status)
                .field("detail", detail)
                .field("instance", instance);
        if (!errors.isEmpty()) {
            json.name("errors").beginArray();
            errors.forEach(e -> json.beginObject()
                    .field("field", e.field())
                    .field("reason", e.reason())
                    .endObject());
            json.endArray();
        }
        return json.endObject().bytes();
    }
}
