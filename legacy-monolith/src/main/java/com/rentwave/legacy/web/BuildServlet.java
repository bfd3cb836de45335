package com.rentwave.legacy.web;

import jakarta.servlet.ServletContext;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeSet;

/**
 * Which build answers, {@code GET /internal/build}: the first 16 hex digits of the SHA-256 over the names and bytes of
 * everything deployed. Contracts are verified for one build and hold for no other.
 */
@WebServlet("/internal/build")
public class BuildServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final int DIGITS = 16;

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

    private synchronized String build() throws IOException {
        if (build == null) {
            try {
                MessageDigest digest = MessageDigest.getInstance("SHA-256");
                digest(getServletContext(), "/WEB-INF/", digest);
                build = HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS);
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }
        return build;
    }

    private static void digest(ServletContext deployed, String folder, MessageDigest digest) throws IOException {
        for (String path : new TreeSet<>(deployed.getResourcePaths(folder))) {
            if (path.endsWith("/")) {
                digest(deployed, path, digest);
            } else {
                digest.update(Bodies.bytes(path));
                try (InputStream in = deployed.getResourceAsStream(path)) {
                    digest.update(in.readAllBytes());
                }
            }
        }
    }
}
