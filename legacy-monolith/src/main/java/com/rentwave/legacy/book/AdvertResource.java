package com.rentwave.legacy.book;

import com.rentwave.legacy.idempotency.Answer;
import com.rentwave.legacy.idempotency.Write;
import com.rentwave.legacy.offer.OfferQuery;
import com.rentwave.legacy.offer.OfferedJson;
import com.rentwave.legacy.user.Callers;
import com.rentwave.legacy.web.Bodies;
import com.rentwave.legacy.web.Condition;
import com.rentwave.legacy.web.Ids;
import com.rentwave.legacy.web.Page;
import com.rentwave.legacy.web.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/** The adverts of books. */
@Path("/books")
@ApplicationScoped
public class AdvertResource {

    private static final String ADVERT = "advert";

    private final Books books;
    private final Adverts adverts;
    private final BookWrites writes;

    @Inject
    AdvertResource(Books books, Adverts adverts, BookWrites writes) {
        this.books = books;
        this.adverts = adverts;
        this.writes = writes;
    }

    public AdvertResource() {
        this(null, null, null);
    }

    @GET
    @Path("/adverts")
    public Response listAll(@Context HttpServletRequest request) {
        Parameters given = new Parameters(request.getQueryString());
        return page(query(given), given);
    }

    @GET
    @Path("/{isbn}/adverts")
    public Response list(@PathParam("isbn") String text, @Context HttpServletRequest request) {
        Isbn isbn = BookResource.isbn(text);
        books.find(isbn).orElseThrow(() -> Ids.absent("book", isbn.text()));
        Parameters given = new Parameters(request.getQueryString());
        OfferQuery query = query(given);
        query.filters().where("isbn_no = ?", isbn.number());
        return page(query, given);
    }

    static OfferQuery query(Parameters given) {
        return new OfferQuery("t_bk_adv", "adv_id", given).offered(given);
    }

    private Response page(OfferQuery query, Parameters given) {
        query.sorted(given);
        String page = Page.json(adverts.list(query), query.limit(), AdvertJson::write, query::cursor);
        return new Answer(200, page, null, null).response().build();
    }

    @GET
    @Path("/{isbn}/adverts/{id}")
    public Response read(
            @PathParam("isbn") String text, @PathParam("id") String id, @Context HttpServletRequest request) {
        Isbn isbn = BookResource.isbn(text);
        long advertId = Ids.parse(id, ADVERT);
        Advert advert = adverts.find(isbn, advertId).orElseThrow(() -> Ids.absent(ADVERT, advertId));
        return Answer.read(request, advert.etag(), () -> AdvertJson.text(advert))
                .response()
                .build();
    }

    @POST
    @Path("/{isbn}/adverts")
    public Response add(@PathParam("isbn") String text, @Context HttpServletRequest request) {
        long user = Callers.required(request);
        Isbn isbn = BookResource.isbn(text);
        Optional<String> key = Write.key(request);
        byte[] body = Bodies.json(request);
        AdvertDetails details = BookFields.advert(body);
        return writes.advertise(Write.of(request, user, key, body), isbn, details)
                .response()
                .build();
    }

    @PUT
    @Path("/{isbn}/adverts/{id}")
    public Response change(
            @PathParam("isbn") String text, @PathParam("id") String id, @Context HttpServletRequest request) {
        long user = Callers.required(request);
        Isbn isbn = BookResource.isbn(text);
        long advertId = Ids.parse(id, ADVERT);
        Optional<String> key = Write.key(request);
        byte[] body = Bodies.json(request);
        AdvertDetails details = BookFields.advert(body);
        Condition condition = Condition.required(request);
        return writes.change(Write.of(request, user, key, body), isbn, advertId, condition, details)
                .response()
                .build();
    }

    @PUT
    @Path("/{isbn}/adverts/{id}/availability")
    public Response offer(
            @PathParam("isbn") String text, @PathParam("id") String id, @Context HttpServletRequest request) {
        long user = Callers.required(request);
        Isbn isbn = BookResource.isbn(text);
        long advertId = Ids.parse(id, ADVERT);
        Optional<String> key = Write.key(request);
        byte[] body = Bodies.json(request);
        boolean offered = OfferedJson.available(body);
        Condition condition = Condition.optional(request);
        return writes.offer(Write.of(request, user, key, body), isbn, advertId, condition, offered)
                .response()
                .build();
    }
}
