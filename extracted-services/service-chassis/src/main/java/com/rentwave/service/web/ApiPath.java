package com.rentwave.service.web;

import jakarta.servlet.http.HttpServletRequest;

/** Which addresses are the public API. */
final class ApiPath {

    private ApiPath() {}

    static boolean covers(HttpServletRequest request) {
        String path = request.getServletPath();
        return path.equals("/api") || path.startsWith("/api/");
    }
}
