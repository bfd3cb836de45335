package com.rentwave.legacy.book;

import com.rentwave.legacy.web.Folding;
import com.rentwave.legacy.web.Versions;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDateTime;
import java.util.List;

/** A book that may be lent out. What is told about it never changes; how many copies are on offer does. */
@Entity
@Table(name = "t_bk")
class Book {

    @Id
    @Column(name = "isbn_no")
    private long isbn;

    @Column(name = "ttl_tx", nullable = false)
    private String title;

    @Column(name = "ath_tx", nullable = false)
    private String authors;

    @Column(name = "ttl_srch_tx", nullable = false)
    private String foldedTitle;

    @Column(name = "ath_srch_tx", nullable = false)
    private String foldedAuthors;

    @Column(name = "yr_no")
    private Integer year;

    @Column(name = "lng_cd")
    private String language;

    @Column(name = "adv_ct", nullable = false)
    private int adverts;

    @Column(name = "crt_usr_id", nullable = false, updatable = false)
    private long addedBy;

    @Column(name = "ver_no", nullable = false)
    private long version;

    @Column(name = "crt_ts", nullable = false, updatable = false)
    private LocalDateTime createdAt;

    @Column(name = "upd_ts", nullable = false)
    private LocalDateTime updatedAt;

    protected Book() {}

    Book(long addedBy, BookDetails details, LocalDateTime now) {
        this.isbn = details.isbn().number();
        this.title = details.title();
        this.authors = String.join("\n", details.authors());
        this.foldedTitle = Folding.fold(title);
        this.foldedAuthors = Folding.fold(String.join(" ", details.authors()));
        this.year = details.year();
        this.language = details.language();
        this.addedBy = addedBy;
        this.createdAt = now;
        this.updatedAt = now;
    }

    /** An advert has been added or changed. */
    void advertised(int open, LocalDateTime now) {
        adverts = open;
        version++;
        updatedAt = now;
    }

    BookDetails details() {
        return new BookDetails(new Isbn(isbn), title, List.of(authors.split("\n")), year, language);
    }

    long isbn() {
        return isbn;
    }

    String title() {
        return title;
    }

    /** One a line. */
    String authors() {
        return authors;
    }

    int adverts() {
        return adverts;
    }

    /** Names this state of this book, quotes included. */
    String etag() {
        return Versions.etag(version, createdAt);
    }

    long version() {
        return version;
    }

    LocalDateTime createdAt() {
        return createdAt;
    }

    LocalDateTime updatedAt() {
        return updatedAt;
    }
}
