package com.rentwave.rental.web;

import com.rentwave.rental.Item;
import com.rentwave.rental.ItemType;
import com.rentwave.rental.Period;
import com.rentwave.service.web.Ids;
import com.rentwave.service.web.JsonWriter;
import com.rentwave.service.web.ParameterReader;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Which thing's calendar somebody wants to see, and which part of it. */
record CalendarQuery(Item item, Period period) {

    private static final long MOST_DAYS = 400;
    private static final long USUAL_DAYS = 90;

    static CalendarQuery read(String query, LocalDate today) {
        ParameterReader given = new ParameterReader(query);
        Optional<ItemType> type = given.parsed("type", ItemType::ofWord, "must be one of " + ItemType.words());
        if (given.text("type").isEmpty()) {
            given.wrong("type", "is required", null);
        }
        OptionalLong id = given.whole("id", 1, Ids.LARGEST);
        if (given.text("id").isEmpty()) {
            given.wrong("id", "is required", null);
        }
        LocalDate from = given.date("from").orElse(today);
        LocalDate to = given.date("to").orElse(from.plusDays(USUAL_DAYS));
        Period period = new Period(from, to);
        if (period.days() < 1 || period.days() > MOST_DAYS) {
            given.wrong("to", "must be between 1 and " + MOST_DAYS + " days after from", null);
        }
        given.check();
        return new CalendarQuery(new Item(type.orElseThrow(), id.orElseThrow()), period);
    }

    /** The calendar as the API shows it. */
    String json(List<Period> occupied) {
        JsonWriter json = new JsonWriter()
                .beginObject()
                .name("item")
                .beginObject()
                .field("type", item.type().word())
                .field("id", item.id())
                .endObject()
                .name("occupied")
                .beginArray();
        occupied.forEach(days -> json.beginObject()
                .field("from", days.from().toString())
                .field("to", days.to().toString())
                .endObject());
        return json.endArray().endObject().toString();
    }
}
