package com.rentwave.service.web;

import com.rentwave.service.store.KeptAnswer;

/**
 * A successful answer of the API. It is text until it is sent, because it may be kept and sent again.
 *
 * @param body null when there is none
 * @param etag null when there is none
 * @param location null when there is none
 * @param position where this side's history of the API stood afterwards; null before it was asked for
 */
public record Answer(int status, String body, String etag, String location, String position) {

    public static Answer of(int status, String body, String etag, String location) {
        return new Answer(status, body, etag, location, null);
    }

    public static Answer again(KeptAnswer kept) {
        return of(kept.status(), kept.body(), kept.etag(), kept.location());
    }

    public Answer at(String reached) {
        return new Answer(status, body, etag, location, reached);
    }

    public KeptAnswer keep(String requestHash) {
        return new KeptAnswer(requestHash, status, body, etag, location);
    }
}
