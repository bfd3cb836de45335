package com.rentwave.rental.web;

import com.rentwave.rental.Item;
import com.rentwave.rental.ItemType;
import com.rentwave.rental.Period;
import com.rentwave.service.web.FieldReader;
import com.rentwave.service.web.Ids;
import java.time.LocalDate;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What somebody wants to rent, and when. */
record RentalRequest(Item item, Period period) {

    private static final int LONGEST_WORD = 20;

    static RentalRequest read(JsonNode body, LocalDate today) {
        FieldReader fields = new FieldReader(body);
        Item item = item(fields);
        LocalDate from = fields.date("from");
        if (from != null && from.isBefore(today)) {
            fields.wrong("from", "must not be in the past");
        }
        LocalDate to = fields.date("to");
        if (from != null && to != null && !from.isBefore(to)) {
            fields.wrong("to", "must be after from");
        }
        fields.finish();
        return new RentalRequest(item, new Period(from, to));
    }

    private static Item item(FieldReader fields) {
        FieldReader item = fields.object("item");
        if (item == null) {
            return null;
        }
        String word = item.text("type", 1, LONGEST_WORD);
        Optional<ItemType> type = Optional.ofNullable(word).flatMap(ItemType::ofWord);
        if (word != null && type.isEmpty()) {
            item.wrong("type", "must be one of " + ItemType.words());
        }
        Long id = item.whole("id", 1, Ids.LARGEST);
        fields.take("item", item);
        return type.isPresent() && id != null ? new Item(type.get(), id) : null;
    }
}
