package com.rentwave.legacy.book;

import com.rentwave.legacy.idempotency.Answer;
import com.rentwave.legacy.idempotency.Scope;
import com.rentwave.legacy.idempotency.Write;
import com.rentwave.legacy.idempotency.Writes;
import com.rentwave.legacy.offer.OfferChanges;
import com.rentwave.legacy.web.Condition;
import com.rentwave.legacy.web.Ids;
import com.rentwave.legacy.web.Problem;
import com.rentwave.legacy.web.Refusal;
import com.rentwave.legacy.web.Times;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.function.BiConsumer;

/**
 * What users do with books and their copies; each call is one committed transaction or a refusal that changed nothing. A
 * change of an advert holds its book: the number of open adverts is right, and the book's events are in order.
 */
@ApplicationScoped
class BookWrites {

    private final Writes writes;
    private final Books books;
    private final Adverts adverts;
    private final BookEvents events;
    private final Clock clock;

    @Inject
    BookWrites(Writes writes, Books books, Adverts adverts, BookEvents events, Clock clock) {
        this.writes = writes;
        this.books = books;
        this.adverts = adverts;
        this.events = events;
        this.clock = clock;
    }

    protected BookWrites() {
        this(null, null, null, null, null);
    }

    Answer add(Write write, BookDetails details) {
        return writes.once(Scope.LEGACY, write, () -> {
            Book book = new Book(write.userId(), details, Times.now(clock));
            String address = "/api/books/" + book.isbn();
            if (!books.add(book)) {
                throw Refusal.of(Problem.ALREADY_EXISTS, "Book " + book.isbn() + " is known already.")
                        .with("Location", address);
            }
            events.added(book, write.userId());
            return new Answer(201, BookJson.text(book), book.etag(), address);
        });
    }

    Answer advertise(Write write, Isbn isbn, AdvertDetails details) {
        return writes.once(Scope.LEGACY, write, () -> {
            Book book = books.lock(isbn).orElseThrow(() -> Ids.absent("book", isbn.text()));
            LocalDateTime now = Times.now(clock);
            Advert advert = new Advert(adverts.nextId(), book, write.userId(), details, now);
            adverts.add(advert);
            book.advertised(adverts.open(book.isbn()), now);
            events.advertised(advert);
            String address = "/api/books/" + book.isbn() + "/adverts/" + advert.id();
            return new Answer(201, AdvertJson.text(advert), advert.etag(), address);
        });
    }

    Answer change(Write write, Isbn isbn, long id, Condition condition, AdvertDetails details) {
        return update(write, isbn, id, condition, (advert, now) -> {
            advert.change(details, now);
            events.changed(advert);
        });
    }

    Answer offer(Write write, Isbn isbn, long id, Condition condition, boolean offered) {
        return update(write, isbn, id, condition, (advert, now) -> {
            advert.offer(offered, now);
            events.offered(advert);
        });
    }

    private Answer update(
            Write write, Isbn isbn, long id, Condition condition, BiConsumer<Advert, LocalDateTime> change) {
        return writes.once(Scope.LEGACY, write, () -> {
            Book book = books.lock(isbn).orElseThrow(() -> Ids.absent("book", isbn.text()));
            Advert advert = adverts.find(isbn, id).orElseThrow(() -> Ids.absent("advert", id));
            OfferChanges.checked(advert, "advert", write.userId(), condition);
            LocalDateTime now = Times.now(clock);
            change.accept(advert, now);
            book.advertised(adverts.open(book.isbn()), now);
            return new Answer(200, AdvertJson.text(advert), advert.etag(), null);
        });
    }
}
