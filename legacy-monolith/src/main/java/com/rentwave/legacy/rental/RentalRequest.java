package com.rentwave.legacy.rental;

import com.rentwave.legacy.web.Fields;
import com.rentwave.legacy.web.Ids;
import java.time.LocalDate;
import java.util.Optional;

/** What somebody wants to rent, and when. */
record RentalRequest(Item item, Period period) {

    private static final int LONGEST_WORD = 20;

    static RentalRequest read(byte[] body, LocalDate today) {
        Fields fields = Fields.of(body);
        Item item = item(fields);
        LocalDate from = fields.date("from");
        if (from != null && from.isBefore(today)) {
            fields.refuse("from", "must not be in the past");
        }
        LocalDate to = fields.date("to");
        if (from != null && to != null && !from.isBefore(to)) {
            fields.refuse("to", "must be after from");
        }
        fields.check();
        return new RentalRequest(item, new Period(from, to));
    }

    private static Item item(Fields fields) {
        Fields item = fields.object("item");
        if (item == null) {
            return null;
        }
        String word = item.text("type", 1, LONGEST_WORD);
        Optional<ItemType> type = Optional.ofNullable(word).flatMap(ItemType::ofWord);
        if (word != null && type.isEmpty()) {
            item.refuse("type", "must be one of " + ItemType.words());
        }
        Long id = item.wholeNumber("id", 1, Ids.LARGEST);
        fields.check("item", item);
        return type.isPresent() && id != null ? new Item(type.get(), id) : null;
    }
}
