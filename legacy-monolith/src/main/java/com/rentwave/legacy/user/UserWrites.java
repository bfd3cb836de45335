package com.rentwave.legacy.user;

import com.rentwave.legacy.idempotency.Answer;
import com.rentwave.legacy.idempotency.Scope;
import com.rentwave.legacy.idempotency.Write;
import com.rentwave.legacy.idempotency.Writes;
import com.rentwave.legacy.web.Condition;
import com.rentwave.legacy.web.Ids;
import com.rentwave.legacy.web.JsonText;
import com.rentwave.legacy.web.Problem;
import com.rentwave.legacy.web.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Registering and changing one's profile; each call is one committed transaction or a refusal that changed nothing. */
@ApplicationScoped
class UserWrites {

    private final Writes writes;
    private final Users users;
    private final Administrators administrators;
    private final UserEvents events;

    @Inject
    UserWrites(Writes writes, Users users, Administrators administrators, UserEvents events) {
        this.writes = writes;
        this.users = users;
        this.administrators = administrators;
        this.events = events;
    }

    protected UserWrites() {
        this(null, null, null, null);
    }

    /** @param secret what the browser sent as the password */
    Answer register(Write write, String email, String name, String secret) {
        String hash = Passwords.hash(secret);
        return writes.once(Scope.LEGACY, write, () -> {
            User user = users.register(email, name, hash);
            events.registered(user);
            return new Answer(201, UserJson.account(new JsonText(), user).toString(), null, null);
        });
    }

    Answer change(Write write, Condition condition, Profile profile) {
        return writes.once(Scope.LEGACY, write, () -> {
            long id = write.userId();
            User user = users.lock(id).orElseThrow(() -> Ids.absent("user", id));
            if (!condition.holdsFor(user.etag())) {
                throw Refusal.of(
                        Problem.PRECONDITION_FAILED,
                        "Your profile was changed in the meantime. Read it again and repeat your change.");
            }
            user.change(profile);
            return new Answer(200, UserJson.own(user, administrators.include(user)), user.etag(), null);
        });
    }
}
