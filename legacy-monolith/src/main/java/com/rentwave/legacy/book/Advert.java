package com.rentwave.legacy.book;

import com.rentwave.legacy.offer.Offered;
import com.rentwave.legacy.web.Folding;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDateTime;

/** Somebody lends out a copy of a book. Title and authors are the book's, which never change. */
@Entity
@Table(name = "t_bk_adv")
class Advert extends Offered {

    @Id
    @Column(name = "adv_id")
    private long id;

    @Column(name = "isbn_no", nullable = false, updatable = false)
    private long isbn;

    @Column(name = "ttl_tx", nullable = false, updatable = false)
    private String title;

    @Column(name = "ath_tx", nullable = false, updatable = false)
    private String authors;

    @Column(name = "cnd_cd", nullable = false)
    private Wear condition;

    @Column(name = "nte_tx", nullable = false)
    private String note;

    @Column(name = "plc_tx", nullable = false)
    private String place;

    /** Title, authors, place and number, as a search compares them. */
    @Column(name = "srch_tx", nullable = false)
    private String found;

    protected Advert() {}

    /** A new advert's copy can be rented at once. */
    Advert(long id, Book book, long ownerId, AdvertDetails details, LocalDateTime now) {
        super(ownerId, details.terms(), now);
        this.id = id;
        this.isbn = book.isbn();
        this.title = book.title();
        this.authors = book.authors();
        describe(details);
    }

    void change(AdvertDetails details, LocalDateTime now) {
        describe(details);
        change(details.terms(), now);
    }

    @Override
    public long id() {
        return id;
    }

    @Override
    public String title() {
        return title;
    }

    long isbn() {
        return isbn;
    }

    AdvertDetails details() {
        return new AdvertDetails(condition, note, place, terms());
    }

    private void describe(AdvertDetails details) {
        condition = details.condition();
        note = details.note();
        place = details.place();
        found = Folding.fold(String.join(" ", title, authors, place, Long.toString(isbn)));
    }
}
