package com.rentwave.legacy.search;

import com.rentwave.legacy.idempotency.Answer;
import com.rentwave.legacy.web.Page;
import com.rentwave.legacy.web.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

/** One search over everything on offer. */
@Path("/search")
@ApplicationScoped
public class SearchResource {

    private final SearchIndex index;

    @Inject
    SearchResource(SearchIndex index) {
        this.index = index;
    }

    public SearchResource() {
        this(null);
    }

    @GET
    public Response search(@Context HttpServletRequest request) {
        SearchRequest wanted = SearchRequest.read(new Parameters(request.getQueryString()));
        SearchIndex.Result result = index.search(wanted);
        String page = Page.json(
                result.found(), wanted.limit(), (json, found) -> found.write(json), last -> last.place(result.mode())
                        .text());
        return new Answer(200, page, null, null).response().build();
    }
}
