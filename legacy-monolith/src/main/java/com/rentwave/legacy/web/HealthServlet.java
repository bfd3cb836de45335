package com.rentwave.legacy.web;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** Whether requests can be answered, and what is wrong besides: {@code GET /internal/health}. */
@WebServlet("/internal/health")
public class HealthServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final int PATIENCE_SECONDS = 2;

    private final transient DataSource database;
    private final transient Instance<Alarm> alarms;

    @Inject
    HealthServlet(DataSource database, @Any Instance<Alarm> alarms) {
        this.database = database;
        this.alarms = alarms;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        JsonText json = new JsonText().object();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.setQueryTimeout(PATIENCE_SECONDS);
            statement.execute("SELECT 1");
            json.field("status", "UP");
        } catch (SQLException e) {
            response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            json.field("status", "DOWN").field("reason", "The database legacy does not answer.");
        }
        List<String> reasons =
                alarms.stream().map(Alarm::reason).flatMap(Optional::stream).toList();
        if (!reasons.isEmpty()) {
            json.name("alarms").array();
            reasons.forEach(json::string);
            json.end();
        }
        response.setContentType("application/json");
        response.getOutputStream().write(Bodies.bytes(json.end().toString()));
    }
}
