package com.rentwave.legacy.retirement;

import com.rentwave.legacy.web.Bodies;
import com.rentwave.legacy.web.JsonText;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;

/**
 * What is still answered here of an API that another side owns, {@code GET /internal/uses/{api}?since=TIME}: how many
 * requests since the time, the last of them, and since when they are counted at all.
 */
@WebServlet("/internal/uses/*")
public class UsesServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final transient Uses uses;

    @Inject
    UsesServlet(Uses uses) {
        this.uses = uses;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String api = String.valueOf(request.getPathInfo()).substring(1);
        Instant since = since(request.getParameter("since"));
        if (!RetiredFilter.APIS.contains(api) || since == null) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        Uses.Count count = uses.since(api, since);
        JsonText json = new JsonText()
                .object()
                .field("api", api)
                .field("watchedSince", count.watchedSince().toString())
                .field("answered", count.answered());
        if (count.last() != null) {
            json.field("last", count.last().toString());
        }
        response.setContentType("application/json");
        response.getOutputStream().write(Bodies.bytes(json.end().toString()));
    }

    private static Instant since(String text) {
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
