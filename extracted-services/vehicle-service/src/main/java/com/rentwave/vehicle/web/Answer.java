package com.rentwave.vehicle.web;

import com.rentwave.vehicle.store.KeptAnswer;

/**
 * A successful answer of the API. It is text until it is sent, because it may be kept and sent again.
 *
 * @param body null when there is none
 * @param etag null when there is none
 * @param location null when there is none
 * @param position where this side's history of vehicles stood afterwards; null before it was asked for
 */
record Answer(int status, String body, String etag, String location, String position) {

    static Answer of(int status, String body, String etag, String location) {
        return new Answer(status, body, etag, location, null);
    }

    static Answer again(KeptAnswer kept) {
        return of(kept.status(), kept.body(), kept.etag(), kept.location());
    }

    Answer at(String reached) {
        return new Answer(status, body, etag, location, reached);
    }

    KeptAnswer keep(String requestHash) {
        return new KeptAnswer(requestHash, status, body, etag, location);
    }
}
