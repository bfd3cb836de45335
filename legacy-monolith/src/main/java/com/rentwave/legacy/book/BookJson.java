package com.rentwave.legacy.book;

import com.rentwave.legacy.web.JsonText;
import com.rentwave.legacy.web.Times;

/** A book as the API shows it. */
final class BookJson {

    private BookJson() {}

    static String text(Book book) {
        JsonText json = new JsonText();
        write(json, book);
        return json.toString();
    }

    static void write(JsonText json, Book book) {
        BookDetails details = book.details();
        json.object()
                .field("isbn", details.isbn().text())
                .field("title", details.title())
                .name("authors")
                .array();
        details.authors().forEach(json::string);
        json.end();
        if (details.year() == null) {
            json.name("year").raw("null");
        } else {
            json.field("year", details.year());
        }
        json.field("language", details.language())
                .field("adverts", book.adverts())
                .field("createdAt", Times.text(book.createdAt()))
                .field("updatedAt", Times.text(book.updatedAt()))
                .field("version", book.version())
                .end();
    }
}
