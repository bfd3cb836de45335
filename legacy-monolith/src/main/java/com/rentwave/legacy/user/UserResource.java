package com.rentwave.legacy.user;

import com.rentwave.legacy.idempotency.Answer;
import com.rentwave.legacy.idempotency.Write;
import com.rentwave.legacy.web.Bodies;
import com.rentwave.legacy.web.Condition;
import com.rentwave.legacy.web.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/** Profiles: the signed-in user's own, and what everybody sees of others. */
@Path("/users")
@ApplicationScoped
public class UserResource {

    private final Users users;
    private final UserWrites writes;
    private final Administrators administrators;

    @Inject
    UserResource(Users users, UserWrites writes, Administrators administrators) {
        this.users = users;
        this.writes = writes;
        this.administrators = administrators;
    }

    public UserResource() {
        this(null, null, null);
    }

    @GET
    @Path("/me")
    public Response me(@Context HttpServletRequest request) {
        long id = Callers.required(request);
        User user = users.find(id).orElseThrow(() -> Ids.absent("user", id));
        Answer answer = Condition.known(request).holdsFor(user.etag())
                ? new Answer(304, null, user.etag(), null)
                : new Answer(200, UserJson.own(user, administrators.include(user)), user.etag(), null);
        return answer.response().build();
    }

    @PUT
    @Path("/me")
    public Response change(@Context HttpServletRequest request) {
        long user = Callers.required(request);
        Optional<String> key = Write.key(request);
        byte[] body = Bodies.json(request);
        Profile profile = Profile.read(body);
        Condition condition = Condition.required(request);
        return writes.change(Write.of(request, user, key, body), condition, profile)
                .response()
                .build();
    }

    @GET
    @Path("/{id}")
    public Response read(@PathParam("id") String id) {
        long userId = Ids.parse(id, "user");
        User user = users.find(userId).orElseThrow(() -> Ids.absent("user", userId));
        return new Answer(200, UserJson.toEverybody(user), null, null)
                .response()
                .build();
    }
}
