package com.rentwave.legacy.user;

import com.rentwave.legacy.web.JsonText;
import com.rentwave.legacy.web.Times;

/** Users as the API shows them: to themselves, to everybody, and to whoever has just signed in. */
final class UserJson {

    private UserJson() {}

    static JsonText account(JsonText json, User user) {
        return json.object()
                .field("id", user.id())
                .field("email", user.email())
                .field("name", user.name())
                .end();
    }

    static String own(User user, boolean administrator) {
        return new JsonText()
                .object()
                .field("id", user.id())
                .field("email", user.email())
                .field("name", user.name())
                .field("about", user.profile().about())
                .field("place", user.profile().place())
                .field("administrator", administrator)
                .field("createdAt", Times.text(user.createdAt()))
                .end()
                .toString();
    }

    static String toEverybody(User user) {
        return new JsonText()
                .object()
                .field("id", user.id())
                .field("name", user.name())
                .field("place", user.profile().place())
                .field("about", user.profile().about())
                .field("createdAt", Times.text(user.createdAt()))
                .end()
                .toString();
    }
}
