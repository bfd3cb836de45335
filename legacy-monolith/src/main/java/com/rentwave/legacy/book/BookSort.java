package com.rentwave.legacy.book;

import com.rentwave.legacy.web.Cursor;
import com.rentwave.legacy.web.Filters;
import com.rentwave.legacy.web.Times;
import java.util.Arrays;
import java.util.Optional;

/** The orders a list of books can have; books alike are in the order of their numbers. */
enum BookSort {
    NEWEST("newest", "crt_ts DESC, isbn_no DESC") {
        @Override
        Cursor place(Book last) {
            return new Cursor(word(), Times.micros(last.createdAt()), last.isbn());
        }

        @Override
        void behind(Filters filters, Cursor place) {
            filters.where("(crt_ts, isbn_no) < (?, ?)", Times.ofMicros(place.key()), place.id());
        }
    },
    /** A title never changes, so the number alone tells the place. */
    TITLE("title", "ttl_srch_tx, isbn_no") {
        @Override
        Cursor place(Book last) {
            return new Cursor(word(), 0, last.isbn());
        }

        @Override
        void behind(Filters filters, Cursor place) {
            filters.where(
                    "(ttl_srch_tx, isbn_no) > ((SELECT l.ttl_srch_tx FROM t_bk l WHERE l.isbn_no = ?), ?)",
                    place.id(),
                    place.id());
        }
    };

    static final String WORDS = "newest, title";

    private final String word;
    private final String order;

    BookSort(String word, String order) {
        this.word = word;
        this.order = order;
    }

    static Optional<BookSort> find(String word) {
        return Arrays.stream(values()).filter(sort -> sort.word.equals(word)).findFirst();
    }

    /** Where a page ends. */
    abstract Cursor place(Book last);

    /** Leaves what comes behind a place. */
    abstract void behind(Filters filters, Cursor place);

    String word() {
        return word;
    }

    String order() {
        return order;
    }
}
