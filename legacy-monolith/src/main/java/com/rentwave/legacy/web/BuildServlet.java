package com.rentwave.legacy.web;

import com.rentwave.sync.BuildId;
import jakarta.servlet.ServletContext;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Which build answers, {@code GET /internal/build}: the {@link BuildId} of everything deployed. Contracts are verified for
 * one build and hold for no other.
 */
@WebServlet("/internal/build")
public class BuildServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private String build;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String body = new JsonText()
                .object()
                .field("component", "legacy-monolith")
                .field("build", build())
                .end()
                .toString();
        response.setContentType("application/json");
        response.getOutputStream().write(Bodies.bytes(body));
    }

    private synchronized String build() {
        if (build == null) {
            build = BuildId.of(entries(getServletContext(), "/WEB-INF/").toList());
        }
        return build;
    }

    private static Stream<BuildId.Entry> entries(ServletContext deployed, String folder) {
        return new TreeSet<>(deployed.getResourcePaths(folder))
                .stream()
                        .flatMap(path -> path.endsWith("/")
                                ? entries(deployed, path)
                                : Stream.of(new BuildId.Entry(path, () -> deployed.getResourceAsStream(path))));
    }
}
