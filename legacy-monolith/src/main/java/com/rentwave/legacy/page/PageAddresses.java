package com.rentwave.legacy.page;

import java.util.regex.Pattern;

/** The addresses that are pages. The list in {@code assets/core/routes.js} says which page each of them shows. */
final class PageAddresses {

    private static final String ID = "[1-9][0-9]{0,17}";
    private static final String ISBN = "[0-9Xx-]{10,17}";
    private static final Pattern PAGES = Pattern.compile(String.join(
            "|",
            "/",
            "/(search|login|register|wallet|notifications|searches|profile|events)",
            "/(rentals|users)/" + ID,
            "/rentals",
            "/adverts(/new)?",
            "/(vehicles|rooms)/(new|" + ID + "(/edit)?)",
            "/books/new",
            "/books/" + ISBN + "(/adverts/(new|" + ID + "(/edit)?))?"));

    private PageAddresses() {}

    static boolean contains(String path) {
        return PAGES.matcher(path).matches();
    }
}
