package com.rentwave.rental.clock;

import com.rentwave.service.web.Answer;
import com.rentwave.service.web.FieldReader;
import com.rentwave.service.web.JsonWriter;
import com.rentwave.service.web.Problem;
import com.rentwave.service.web.Refusal;
import com.rentwave.service.web.RequestBody;
import com.rentwave.service.web.Times;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;

/**
 * Shows and moves the business clock. When a move is answered, whatever has become late by it is charged. The facade does
 * not let this address out.
 */
@Controller
class ClockController {

    private static final Duration FARTHEST = Duration.ofDays(3_660);
    private static final long DAY_SECONDS = 86_400;

    private final BusinessClock clock;
    private final ClockOffset offset;
    private final ApplicationEventPublisher events;

    ClockController(BusinessClock clock, ClockOffset offset, ApplicationEventPublisher events) {
        this.clock = clock;
        this.offset = offset;
        this.events = events;
    }

    @GetMapping("/internal/clock")
    Answer show() {
        return Answer.of(
                200,
                new JsonWriter()
                        .beginObject()
                        .field("offset", days(clock.offset()))
                        .field("now", Times.text(clock.now()))
                        .field("movable", offset.isMovable())
                        .endObject()
                        .toString(),
                null,
                null);
    }

    @PutMapping("/internal/clock")
    Answer move(HttpServletRequest request) throws IOException {
        if (!offset.isMovable()) {
            throw new Refusal(Problem.of(
                    "clock-fixed",
                    403,
                    "Clock cannot be moved",
                    "This clock may not be moved: RENTWAVE_MOVABLE_CLOCK is not true."));
        }
        FieldReader fields = new FieldReader(RequestBody.of(request).object());
        Duration wanted = duration(fields);
        fields.finish();
        offset.move(wanted);
        events.publishEvent(new ClockMoved());
        return show();
    }

    private static Duration duration(FieldReader fields) {
        String text = fields.text("offset", 1, 40);
        try {
            Duration wanted = text == null ? Duration.ZERO : Duration.parse(text);
            if (wanted.abs().compareTo(FARTHEST) > 0) {
                fields.wrong("offset", "must be between " + days(FARTHEST.negated()) + " and " + days(FARTHEST));
            }
            return wanted;
        } catch (DateTimeParseException e) {
            fields.wrong("offset", "must be a duration such as P3D");
            return Duration.ZERO;
        }
    }

    /** Whole days as days, {@code P3D}; Java would write them as hours. */
    private static String days(Duration duration) {
        return duration.toSeconds() % DAY_SECONDS == 0 ? "P" + duration.toDays() + 'D' : duration.toString();
    }
}
