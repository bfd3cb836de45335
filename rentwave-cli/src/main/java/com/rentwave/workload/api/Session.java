package com.rentwave.workload.api;

import java.net.http.HttpRequest;

/** What a client carries from one request to the next. */
interface Session {

    void addTo(HttpRequest.Builder request);

    void learnFrom(Answer answer);

    void signedIn(Answer login);

    /** The token, when the session holds it in the open. */
    String token();
}
