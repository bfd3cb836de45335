package com.rentwave.facade.api;

/** How to tell a server whose application is not there yet from one that answers for an API. */
public final class StartingServer {

    private StartingServer() {}

    /**
     * Whether an answer to a request of the API is such a server's own: a page that there is nothing. The API itself never
     * answers with pages.
     *
     * @param contentType empty when there is none
     */
    public static boolean answers(int status, String contentType) {
        return status == 404 && contentType.startsWith("text/html");
    }
}
