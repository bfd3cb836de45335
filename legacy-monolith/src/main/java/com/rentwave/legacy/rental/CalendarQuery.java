package com.rentwave.legacy.rental;

import com.rentwave.legacy.web.Ids;
import com.rentwave.legacy.web.JsonText;
import com.rentwave.legacy.web.Parameters;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Which thing's calendar somebody wants to see, and which part of it. */
record CalendarQuery(Item item, Period period) {

    private static final long MOST_DAYS = 400;
    private static final long USUAL_DAYS = 90;

    static CalendarQuery read(String query, LocalDate today) {
        Parameters given = new Parameters(query);
        Optional<ItemType> type = given.oneOf("type", ItemType::ofWord, ItemType.words());
        if (given.text("type").isEmpty()) {
            given.wrong("type", "is required");
        }
        Optional<Long> id = given.wholeNumber("id", 1, Ids.LARGEST);
        if (given.text("id").isEmpty()) {
            given.wrong("id", "is required");
        }
        LocalDate from = given.date("from").orElse(today);
        LocalDate to = given.date("to").orElse(from.plusDays(USUAL_DAYS));
        Period period = new Period(from, to);
        if (period.days() < 1 || period.days() > MOST_DAYS) {
            given.wrong("to", "must be between 1 and " + MOST_DAYS + " days after from");
        }
        given.check();
        return new CalendarQuery(new Item(type.orElseThrow(), id.orElseThrow()), period);
    }

    /** The calendar as the API shows it. */
    String json(List<Period> occupied) {
        JsonText json = new JsonText()
                .object()
                .name("item")
                .object()
                .field("type", item.type().word())
                .field("id", item.id())
                .end()
                .name("occupied")
                .array();
        occupied.forEach(days -> json.object()
                .field("from", days.from().toString())
                .field("to", days.to().toString())
                .end());
        return json.end().end().toString();
    }
}
