package com.rentwave.contracts;

/**
 * What was asked and what came back, as people read it.
 *
 * @param request the request as it was sent; for a message, what was done to make it come
 * @param answer the answer as it came; for a message, the message
 */
record Exchange(String request, String answer) {

    static final Exchange NONE = new Exchange("nothing was sent", "nothing came");
}
