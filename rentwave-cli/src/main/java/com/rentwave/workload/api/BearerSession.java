package com.rentwave.workload.api;

import java.net.http.HttpRequest;

/** A program's session: the token of the login's body, and the newest position the facade told. */
final class BearerSession implements Session {

    private static final String POSITION = "RentWave-Position";

    private volatile String token;
    private volatile String position;

    @Override
    public void addTo(HttpRequest.Builder request) {
        if (token != null) {
            request.setHeader("Authorization", "Bearer " + token);
        }
        if (position != null) {
            request.setHeader(POSITION, position);
        }
    }

    @Override
    public void learnFrom(Answer answer) {
        answer.header(POSITION).ifPresent(told -> position = told);
    }

    @Override
    public void signedIn(Answer login) {
        token = login.json().path("token").asText(null);
    }

    @Override
    public String token() {
        return token;
    }
}
