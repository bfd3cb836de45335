package com.rentwave.legacy.book;

import com.rentwave.legacy.web.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;

/** All books that are known. */
@ApplicationScoped
class Books {

    private final EntityManager entities;

    @Inject
    Books(EntityManager entities) {
        this.entities = entities;
    }

    protected Books() {
        this(null);
    }

    /** Adds a book; false when somebody has added it before. Whoever adds the same book at once waits here. */
    boolean add(Book book) {
        entities.createNativeQuery(
                        "SELECT 1 FROM (SELECT pg_advisory_xact_lock(hashtextextended('book.' || ?, 0))) l",
                        Integer.class)
                .setParameter(1, Long.toString(book.isbn()))
                .getSingleResult();
        if (entities.find(Book.class, book.isbn()) != null) {
            return false;
        }
        entities.persist(book);
        return true;
    }

    Optional<Book> find(Isbn isbn) {
        return Optional.ofNullable(entities.find(Book.class, isbn.number()));
    }

    /** For a change of its adverts: others wait until it is committed. */
    Optional<Book> lock(Isbn isbn) {
        return Optional.ofNullable(entities.find(Book.class, isbn.number(), LockModeType.PESSIMISTIC_WRITE));
    }

    /** One page, and one book more when there is another page. */
    List<Book> list(BookQuery wanted) {
        return Rows.list(entities, Book.class, wanted.sql(), wanted.values());
    }
}
