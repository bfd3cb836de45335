package com.rentwave.legacy.search;

import com.rentwave.legacy.idempotency.Answer;
import com.rentwave.legacy.idempotency.Write;
import com.rentwave.legacy.user.Callers;
import com.rentwave.legacy.web.Bodies;
import com.rentwave.legacy.web.Cursor;
import com.rentwave.legacy.web.Ids;
import com.rentwave.legacy.web.Page;
import com.rentwave.legacy.web.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;

/** The searches that the signed-in user follows. */
@Path("/searches")
@ApplicationScoped
public class FollowResource {

    private static final byte[] NO_BODY = {};
    private static final String LATEST = "latest";

    private final FollowedSearches searches;
    private final FollowWrites writes;

    @Inject
    FollowResource(FollowedSearches searches, FollowWrites writes) {
        this.searches = searches;
        this.writes = writes;
    }

    public FollowResource() {
        this(null, null);
    }

    @GET
    public Response list(@Context HttpServletRequest request) {
        long user = Callers.required(request);
        Parameters given = new Parameters(request.getQueryString());
        int limit = given.limit();
        given.check();
        long before = given.text("cursor")
                .map(text -> Cursor.parse(text, LATEST).id())
                .orElse(Long.MAX_VALUE);
        List<FollowedSearch> found = searches.list(user, before, limit + 1);
        String page = Page.json(found, limit, FollowJson::write, last -> new Cursor(LATEST, 0, last.id()).text());
        return new Answer(200, page, null, null).response().build();
    }

    @POST
    public Response follow(@Context HttpServletRequest request) {
        long user = Callers.required(request);
        Optional<String> key = Write.key(request);
        byte[] body = Bodies.json(request);
        FollowDetails details = FollowDetails.read(body);
        return writes.follow(Write.of(request, user, key, body), details)
                .response()
                .build();
    }

    @DELETE
    @Path("/{id}")
    public Response unfollow(@PathParam("id") String id, @Context HttpServletRequest request) {
        long user = Callers.required(request);
        long searchId = Ids.parse(id, "search");
        Write write = Write.of(request, user, Write.key(request), NO_BODY);
        return writes.unfollow(write, searchId).response().build();
    }
}
