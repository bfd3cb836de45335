package com.rentwave.legacy.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The trace that a request belongs to, as its W3C {@code traceparent} header says. */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class Traces extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final Pattern PARENT = Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}.*");
    private static final ThreadLocal<String> CURRENT = new ThreadLocal<>();

    /** The trace id of the request that this thread works for, 32 hex digits, or null. */
    public static String current() {
        return CURRENT.get();
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String parent = request.getHeader("traceparent");
        Matcher m = parent == null ? null : PARENT.matcher(parent);
        if (m == null || !m.matches()) {
            chain.doFilter(request, response);
            return;
        }
        CURRENT.set(m.group(1));
        try {
            chain.doFilter(request, response);
        } finally {
            CURRENT.remove();
        }
    }
}
