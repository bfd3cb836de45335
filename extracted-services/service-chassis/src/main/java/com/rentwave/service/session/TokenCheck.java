package com.rentwave.service.session;

/** What became of looking at a request's token. */
public sealed interface TokenCheck {

    /** A good token of this user. */
    record Good(User user) implements TokenCheck {}

    /** No token at all. */
    record None() implements TokenCheck {}

    /** Something that is not a token, or a token that is forged, expired or of somebody else's making. */
    record Bad() implements TokenCheck {}

    /** The keys to check it with have never been fetched so far, and cannot be now. */
    record Unknown() implements TokenCheck {}
}
