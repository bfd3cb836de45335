package com.rentwave.legacy.book;

import com.rentwave.legacy.idempotency.Answer;
import com.rentwave.legacy.idempotency.Write;
import com.rentwave.legacy.user.Callers;
import com.rentwave.legacy.web.Bodies;
import com.rentwave.legacy.web.Ids;
import com.rentwave.legacy.web.Page;
import com.rentwave.legacy.web.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/** The books API; anybody who is signed in may add a book. */
@Path("/books")
@ApplicationScoped
public class BookResource {

    private final Books books;
    private final BookWrites writes;

    @Inject
    BookResource(Books books, BookWrites writes) {
        this.books = books;
        this.writes = writes;
    }

    public BookResource() {
        this(null, null);
    }

    /** Reads an ISBN in an address, in either form; anything else is the address of no book. */
    static Isbn isbn(String text) {
        return Isbn.parse(text).orElseThrow(() -> Ids.absent("book", text));
    }

    @GET
    public Response list(@Context HttpServletRequest request) {
        BookQuery query = new BookQuery(new Parameters(request.getQueryString()));
        String page = Page.json(books.list(query), query.limit(), BookJson::write, query::cursor);
        return new Answer(200, page, null, null).response().build();
    }

    @GET
    @Path("/{isbn}")
    public Response read(@PathParam("isbn") String text, @Context HttpServletRequest request) {
        Isbn isbn = isbn(text);
        Book book = books.find(isbn).orElseThrow(() -> Ids.absent("book", isbn.text()));
        return Answer.read(request, book.etag(), () -> BookJson.text(book))
                .response()
                .build();
    }

    @POST
    public Response add(@Context HttpServletRequest request) {
        long user = Callers.required(request);
        Optional<String> key = Write.key(request);
        byte[] body = Bodies.json(request);
        BookDetails details = BookFields.book(body);
        return writes.add(Write.of(request, user, key, body), details)
                .response()
                .build();
    }
}
