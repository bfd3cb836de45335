package com.rentwave.legacy.notification;

/**
 * What one user is to be told because of one event.
 *
 * @param path the page to look at
 */
record Message(long userId, Kind kind, String text, String path) {}
