package com.rentwave.legacy.book;

import com.rentwave.legacy.offer.Terms;
import com.rentwave.legacy.offer.TermsJson;
import com.rentwave.legacy.web.Fields;
import java.util.List;

/** Reads books and adverts from bodies; every rule about one field is here. */
final class BookFields {

    static final String NO_LANGUAGE = "must be an ISO 639 language code";

    private static final int EARLIEST = -5000;
    private static final int LATEST = 2100;

    private BookFields() {}

    static BookDetails book(byte[] body) {
        Fields fields = Fields.of(body);
        String isbn = fields.text("isbn", 10, 20);
        if (isbn != null) {
            Isbn.fault(isbn).ifPresent(reason -> fields.refuse("isbn", reason));
        }
        String title = fields.text("title", 1, 300);
        List<String> authors = fields.list("authors", 50, 1, 200);
        Long year = fields.wholeNumberOrNull("year", EARLIEST, LATEST);
        String language = fields.parsedOrNull("language", Languages::find, NO_LANGUAGE);
        fields.check();
        return new BookDetails(
                Isbn.parse(isbn).orElseThrow(), title, authors, year == null ? null : year.intValue(), language);
    }

    static AdvertDetails advert(byte[] body) {
        Fields fields = Fields.of(body);
        Wear condition = fields.word("condition", Wear.class);
        String note = fields.lines("note", 1000);
        String place = fields.text("place", 1, 100);
        Terms terms = TermsJson.read(fields);
        fields.check();
        return new AdvertDetails(condition, note, place, terms);
    }
}
