package com.rentwave.legacy.user;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Whom the environment names as administrators, by their e-mail addresses, separated by commas. */
@ApplicationScoped
class Administrators {

    private static final String NAMED = "RENTWAVE_ADMINISTRATORS";

    private final Set<String> emails = read(System.getenv(NAMED));

    boolean include(User user) {
        return emails.contains(user.email());
    }

    private static Set<String> read(String text) {
        return text == null
                ? Set.of()
                : Arrays.stream(text.split(","))
                        .map(email -> email.strip().toLowerCase(Locale.ROOT))
                        .filter(email -> !email.isEmpty())
                        .collect(Collectors.toUnmodifiableSet());
    }
}
