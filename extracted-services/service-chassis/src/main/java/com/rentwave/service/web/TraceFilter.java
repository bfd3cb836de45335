package com.rentwave.service.web;

import com.rentwave.service.outbox.Traces;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Reads the W3C {@code traceparent} header, so that events tell the trace of the request that caused them. */
@Component
@Order(0)
class TraceFilter extends OncePerRequestFilter {

    private static final Pattern PARENT = Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}.*");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String parent = request.getHeader("traceparent");
        Matcher m = parent == null ? null : PARENT.matcher(parent);
        if (m == null || !m.matches()) {
            chain.doFilter(request, response);
            return;
        }
        Traces.enter(m.group(1));
        try {
            chain.doFilter(request, response);
        } finally {
            Traces.leave();
        }
    }
}
