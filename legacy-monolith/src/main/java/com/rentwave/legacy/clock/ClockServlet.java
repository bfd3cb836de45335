package com.rentwave.legacy.clock;

import com.rentwave.legacy.web.Bodies;
import com.rentwave.legacy.web.Fields;
import com.rentwave.legacy.web.InternalServlet;
import com.rentwave.legacy.web.JsonText;
import com.rentwave.legacy.web.Problem;
import com.rentwave.legacy.web.Refusal;
import com.rentwave.legacy.web.Times;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.format.DateTimeParseException;

/**
 * Shows and moves the business clock, {@code /internal/clock}. When a move is answered, whatever has become late by it is
 * charged.
 */
@WebServlet("/internal/clock")
public class ClockServlet extends InternalServlet {

    private static final long serialVersionUID = 1L;
    private static final Duration FARTHEST = Duration.ofDays(3_660);
    private static final long DAY_SECONDS = 86_400;

    private final transient BusinessClock clock;
    private final transient ClockOffset offset;
    private final transient Event<ClockMoved> moved;

    @Inject
    ClockServlet(BusinessClock clock, ClockOffset offset, Event<ClockMoved> moved) {
        this.clock = clock;
        this.offset = offset;
        this.moved = moved;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        answer(response);
    }

    @Override
    protected void doPut(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!offset.isMovable()) {
            throw Refusal.of(
                    Problem.CLOCK_FIXED, "This clock may not be moved: " + ClockOffset.MOVABLE + " is not true.");
        }
        Fields fields = Fields.of(Bodies.json(request));
        Duration wanted = duration(fields);
        fields.check();
        offset.move(wanted);
        moved.fire(new ClockMoved());
        answer(response);
    }

    private static Duration duration(Fields fields) {
        String text = fields.text("offset", 1, 40);
        try {
            Duration wanted = text == null ? Duration.ZERO : Duration.parse(text);
            if (wanted.abs().compareTo(FARTHEST) > 0) {
                fields.refuse("offset", "must be between " + days(FARTHEST.negated()) + " and " + days(FARTHEST));
            }
            return wanted;
        } catch (DateTimeParseException e) {
            fields.refuse("offset", "must be a duration such as P3D");
            return Duration.ZERO;
        }
    }

    private void answer(HttpServletResponse response) throws IOException {
        JsonText json = new JsonText()
                .object()
                .field("offset", days(clock.offset()))
                .field("now", Times.text(clock.now()))
                .field("movable", offset.isMovable())
                .end();
        json(response, json);
    }

    /** Whole days as days, {@code P3D}; Java would write them as hours. */
    private static String days(Duration duration) {
        return duration.toSeconds() % DAY_SECONDS == 0 ? "P" + duration.toDays() + 'D' : duration.toString();
    }
}
