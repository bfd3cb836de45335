package com.rentwave.legacy;

import static com.rentwave.legacy.Call.call;

import com.rentwave.legacy.Call.Reply;
import java.util.UUID;

/** Somebody who has registered and signed in. */
record Person(long id, String email, String token) {

    static final String SECRET = "0123456789abcdef".repeat(4);

    /** Registers and signs in somebody new. */
    static Person somebody() {
        return named(UUID.randomUUID() + "@example.org");
    }

    /** Signs somebody in, whether registered or not yet. */
    static Person named(String email) {
        call("POST", "/api/auth/register")
                .json("{\"email\":\"" + email + "\",\"name\":\"Some Body\",\"passwordSha256\":\"" + SECRET + "\"}")
                .send();
        Reply reply = call("POST", "/api/auth/login")
                .json("{\"email\":\"" + email + "\",\"passwordSha256\":\"" + SECRET + "\"}")
                .send();
        long id = Long.parseLong(reply.body().replaceFirst(".*\"user\":\\{\"id\":(\\d+).*", "$1"));
        return new Person(id, email, reply.member("token"));
    }

    Person with(long amount, String currency) {
        Samples.topUp(this, amount, currency).send();
        return this;
    }

    long balance(String currency) {
        String body = call("GET", "/api/wallet").by(this).send().body();
        return body.contains(currency)
                ? Long.parseLong(body.replaceFirst(".*\"" + currency + "\",\"amount\":(-?\\d+).*", "$1"))
                : 0;
    }
}
