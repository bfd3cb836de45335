package com.rentwave.legacy.idempotency;

import com.rentwave.legacy.web.Bodies;
import com.rentwave.legacy.web.Condition;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response;
import java.util.function.Supplier;

/**
 * The answer of a write that is committed; kept with its key, so that a repeated request gets the same bytes.
 *
 * @param body null when there is none
 * @param etag null when there is none
 * @param location null when nothing was created
 */
public record Answer(int status, String body, String etag, String location) {

    /** What a read answers: nothing but the tag to whoever has this version already. */
    public static Answer read(HttpServletRequest request, String etag, Supplier<String> body) {
        return Condition.known(request).holdsFor(etag)
                ? new Answer(304, null, etag, null)
                : new Answer(200, body.get(), etag, null);
    }

    public Response.ResponseBuilder response() {
        Response.ResponseBuilder response = Response.status(status);
        if (body != null) {
            response.type("application/json").entity(Bodies.bytes(body));
        }
        if (etag != null) {
            response.header("ETag", etag);
        }
        if (location != null) {
            response.header("Location", location);
        }
        return response;
    }
}
