package com.rentwave.legacy.user;

import com.rentwave.legacy.idempotency.Write;
import com.rentwave.legacy.user.Tokens.Issued;
import com.rentwave.legacy.web.Bodies;
import com.rentwave.legacy.web.Fields;
import com.rentwave.legacy.web.JsonText;
import com.rentwave.legacy.web.Problem;
import com.rentwave.legacy.web.Refusal;
import com.rentwave.legacy.web.Times;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;

/** Registering, signing in and out, and the keys by which others check a token. */
@Path("/auth")
@ApplicationScoped
public class AuthResource {

    /** Who registers is nobody yet. */
    private static final long NOBODY = 0;

    private static final String SECRET_FORM = "[0-9a-f]{64}";
    private static final String EMAIL_FORM = "[^\\s@]+@[^\\s@]+";

    private final Users users;
    private final UserWrites writes;
    private final Tokens tokens;

    @Inject
    AuthResource(Users users, UserWrites writes, Tokens tokens) {
        this.users = users;
        this.writes = writes;
        this.tokens = tokens;
    }

    public AuthResource() {
        this(null, null, null);
    }

    /** A repeated key is known by address and name: nothing made from the password is kept beside its slow hash. */
    @POST
    @Path("/register")
    public Response register(@Context HttpServletRequest request) {
        Optional<String> key = Write.key(request);
        Fields fields = Fields.of(Bodies.json(request));
        String email = email(fields);
        String name = fields.text("name", 1, Profile.LONGEST_NAME);
        String secret = secret(fields);
        fields.check();
        Write write = Write.of(request, NOBODY, key, Bodies.bytes(email + '\n' + name));
        return writes.register(write, email, name, secret).response().build();
    }

    @POST
    @Path("/login")
    public Response login(@Context HttpServletRequest request) {
        Fields fields = Fields.of(Bodies.json(request));
        String email = email(fields);
        String secret = secret(fields);
        fields.check();
        Optional<User> user = users.find(email);
        if (!Passwords.matches(secret, user.map(User::passwordHash).orElse(null))) {
            throw Refusal.of(Problem.WRONG_CREDENTIALS, "E-mail address and password do not belong together.");
        }
        return json(200, session(user.orElseThrow()));
    }

    /** Tokens end by themselves; the session's cookie is the facade's to take away. */
    @POST
    @Path("/logout")
    public Response logout() {
        return Response.noContent().build();
    }

    @GET
    @Path("/jwks")
    public Response keys() {
        return Response.ok(Bodies.bytes(tokens.keySet()), "application/json").build();
    }

    private static Response json(int status, JsonText body) {
        return Response.status(status)
                .type("application/json")
                .entity(Bodies.bytes(body.toString()))
                .build();
    }

    private JsonText session(User user) {
        Issued issued = tokens.issue(user.id(), user.name());
        JsonText json = new JsonText()
                .object()
                .field("token", issued.token())
                .field("expiresAt", Times.text(LocalDateTime.ofInstant(issued.expiresAt(), ZoneOffset.UTC)))
                .name("user");
        return UserJson.account(json, user).end();
    }

    private static String email(Fields fields) {
        String email = fields.text("email", 3, 254);
        if (email != null && !email.matches(EMAIL_FORM)) {
            fields.refuse("email", "must be an e-mail address");
        }
        return email == null ? null : email.toLowerCase(Locale.ROOT);
    }

    private static String secret(Fields fields) {
        String secret = fields.text("passwordSha256", 64, 64);
        if (secret != null && !secret.matches(SECRET_FORM)) {
            fields.refuse("passwordSha256", "must be 64 lower-case hexadecimal digits");
        }
        return secret;
    }
}
