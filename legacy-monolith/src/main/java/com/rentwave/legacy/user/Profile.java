package com.rentwave.legacy.user;

import com.rentwave.legacy.web.Fields;

/** What users tell about themselves; about and place may be empty. */
record Profile(String name, String about, String place) {

    static final int LONGEST_NAME = 100;
    private static final int LONGEST_PLACE = 100;
    private static final int LONGEST_ABOUT = 2_000;

    static Profile read(byte[] body) {
        Fields fields = Fields.of(body);
        String name = fields.text("name", 1, LONGEST_NAME);
        String about = fields.lines("about", LONGEST_ABOUT);
        String place = fields.text("place", LONGEST_PLACE, "");
        fields.check();
        return new Profile(name, about, place);
    }
}
