package com.rentwave.legacy.clock;

import com.rentwave.legacy.web.Times;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;

/** The time that counts for rentals: the real time, moved by the stored offset where that is allowed. */
@ApplicationScoped
public class BusinessClock {

    private final Clock real;
    private final ClockOffset offset;

    @Inject
    BusinessClock(Clock real, ClockOffset offset) {
        this.real = real;
        this.offset = offset;
    }

    protected BusinessClock() {
        this(null, null);
    }

    /** UTC, to the microsecond. */
    public LocalDateTime now() {
        return Times.now(Clock.offset(real, offset.read()));
    }

    public LocalDate today() {
        return now().toLocalDate();
    }

    Duration offset() {
        return offset.read();
    }
}
