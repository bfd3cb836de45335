package com.rentwave.service.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;

/** Headers that may come in several lines. */
public final class RequestHeaders {

    private RequestHeaders() {}

    /** All lines of a header as one; null when it is missing. */
    public static String joined(HttpServletRequest request, String name) {
        List<String> all = Collections.list(request.getHeaders(name));
        return all.isEmpty() ? null : String.join(",", all);
    }
}
