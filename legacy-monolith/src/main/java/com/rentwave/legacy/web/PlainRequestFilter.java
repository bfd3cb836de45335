package com.rentwave.legacy.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Locale;
import java.util.Set;

/**
 * Hides from the framework the headers by which it would choose or refuse before the API has looked at caller and address:
 * the API answers JSON whatever is accepted, and judges the media type of a body by itself.
 */
@WebFilter(urlPatterns = "/api/*", asyncSupported = true)
public class PlainRequestFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final String MEDIA_TYPE = PlainRequestFilter.class.getName();
    private static final Set<String> HIDDEN = Set.of("accept", "accept-language", "accept-charset", "content-type");

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        request.setAttribute(MEDIA_TYPE, request.getHeader("Content-Type"));
        chain.doFilter(new Plain(request), response);
    }

    /** What the request said its body is, or null. */
    static String mediaType(HttpServletRequest request) {
        Object hidden = request.getAttribute(MEDIA_TYPE);
        return hidden == null ? request.getHeader("Content-Type") : (String) hidden;
    }

    private static final class Plain extends HttpServletRequestWrapper {

        Plain(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getContentType() {
            return null;
        }

        @Override
        public String getHeader(String name) {
            return hidden(name) ? null : super.getHeader(name);
        }

        @Override
        public Enumeration<String> getHeaders(String name) {
            return hidden(name) ? Collections.emptyEnumeration() : super.getHeaders(name);
        }

        @Override
        public Enumeration<String> getHeaderNames() {
            return Collections.enumeration(Collections.list(super.getHeaderNames()).stream()
                    .filter(name -> !hidden(name))
                    .toList());
        }

        private static boolean hidden(String name) {
            return HIDDEN.contains(name.toLowerCase(Locale.ROOT));
        }
    }
}
