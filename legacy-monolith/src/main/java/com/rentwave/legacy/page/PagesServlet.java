package com.rentwave.legacy.page;

import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Answers every address that nothing else answers: pages, their files, and what does not exist. Whoever asks for HTML gets
 * a page that says so; everybody else gets the problem the server answers elsewhere.
 */
@WebServlet(urlPatterns = "/", loadOnStartup = 1)
public class PagesServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Pattern FILE = Pattern.compile("/assets/(?:~([0-9a-f]+)/)?(.+)");
    private static final String KEEP = "public, max-age=31536000, immutable";
    private static final String ASK = "no-cache";
    private static final String POLICY = String.join(
            "; ",
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "img-src 'self'",
            "connect-src 'self'",
            "manifest-src 'self'",
            "base-uri 'none'",
            "form-action 'self'",
            "frame-ancestors 'none'",
            "require-trusted-types-for 'script'",
            "trusted-types lit-html");

    private transient PageFiles pages;

    @Override
    public void init() throws ServletException {
        try {
            pages = PageFiles.of(getServletContext());
        } catch (IOException e) {
            throw new ServletException(e);
        }
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getRequestURI();
        Matcher asked = FILE.matcher(path);
        if (asked.matches()) {
            file(asked, request, response);
        } else if (PageAddresses.contains(path)) {
            document(HttpServletResponse.SC_OK, request, response);
        } else {
            absent(request, response);
        }
    }

    private void file(Matcher asked, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<PageFile> file = pages.find(asked.group(2));
        if (file.isEmpty()) {
            absent(request, response);
            return;
        }
        response.setHeader("Cache-Control", pages.build().equals(asked.group(1)) ? KEEP : ASK);
        send(file.get(), request, response);
    }

    private void absent(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String accepted = request.getHeader("Accept");
        if (accepted != null && accepted.contains("text/html")) {
            document(HttpServletResponse.SC_NOT_FOUND, request, response);
        } else {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private void document(int status, HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setStatus(status);
        response.setHeader("Cache-Control", ASK);
        response.setHeader("Content-Security-Policy", POLICY);
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Referrer-Policy", "same-origin");
        send(pages.document(), request, response);
    }

    private static void send(PageFile file, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String accepted = request.getHeader("Accept-Encoding");
        boolean compressed = accepted != null && accepted.contains("gzip");
        String tag = '"' + file.tag() + (compressed ? "-gzip\"" : "\"");
        response.setHeader("ETag", tag);
        response.setHeader("Vary", "Accept-Encoding");
        response.setHeader("X-Content-Type-Options", "nosniff");
        String known = request.getHeader("If-None-Match");
        if (response.getStatus() == HttpServletResponse.SC_OK && known != null && known.contains(tag)) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        byte[] bytes = compressed ? file.compressed() : file.plain();
        if (compressed) {
            response.setHeader("Content-Encoding", "gzip");
        }
        response.setContentType(file.type());
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }
}
