package com.rentwave.legacy.user;

import com.rentwave.legacy.web.Ids;
import com.rentwave.legacy.web.JsonText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

/** The signed-in user's own profile. */
@Path("/users/me")
@ApplicationScoped
public class UserResource {

    private final Users users;

    @Inject
    UserResource(Users users) {
        this.users = users;
    }

    public UserResource() {
        this(null);
    }

    @GET
    public Response me(@Context HttpServletRequest request) {
        long id = Callers.required(request);
        User user = users.find(id).orElseThrow(() -> Ids.absent("user", id));
        return AuthResource.json(200, AuthResource.profile(new JsonText(), user));
    }
}
