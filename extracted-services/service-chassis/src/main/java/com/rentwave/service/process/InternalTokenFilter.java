package com.rentwave.service.process;

import com.rentwave.service.web.Problem;
import com.rentwave.service.web.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets only the system's other parts and its operators ask what is not for users. What tells nothing of anybody's business
 * may be asked by whoever reaches the port; without a token in the settings everything else is refused.
 */
@Component
@Order(1)
class InternalTokenFilter extends OncePerRequestFilter {

    private static final Set<String> OPEN = Set.of("/internal/build", "/internal/health", "/internal/sync");

    private final byte[] expected;

    InternalTokenFilter(InternalProperties properties) {
        String token = properties.internalToken();
        this.expected = token.isBlank() ? null : bytes("Bearer " + token);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getServletPath();
        return !path.startsWith("/internal/") || OPEN.contains(path);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String given = request.getHeader("Authorization");
        if (expected != null && given != null && MessageDigest.isEqual(bytes(given), expected)) {
            chain.doFilter(request, response);
        } else {
            ProblemWriter.write(Problem.internalTokenNeeded(), request, response);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
