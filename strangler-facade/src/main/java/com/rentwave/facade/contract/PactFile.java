package com.rentwave.facade.contract;

/**
 * A pact in the folder.
 *
 * @param consumer whose expectations it holds
 * @param api the API they are about
 * @param hash SHA-256 of the file's bytes, hex
 */
public record PactFile(String consumer, String api, String hash) {}
