package com.rentwave.rental.clock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;

/** The time that counts for rentals: the real time, moved by the stored offset where that is allowed. */
@Component
public class BusinessClock {

    private final Clock real;
    private final ClockOffset offset;

    BusinessClock(Clock real, ClockOffset offset) {
        this.real = real;
        this.offset = offset;
    }

    /** To the microsecond. */
    public Instant now() {
        return real.instant().plus(offset.read()).truncatedTo(ChronoUnit.MICROS);
    }

    public LocalDate today() {
        return day(now());
    }

    /** The day of a time of this clock. */
    public static LocalDate day(Instant time) {
        return LocalDate.ofInstant(time, ZoneOffset.UTC);
    }

    Duration offset() {
        return offset.read();
    }
}
