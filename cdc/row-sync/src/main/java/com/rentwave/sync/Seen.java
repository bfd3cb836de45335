package com.rentwave.sync;

import java.util.Optional;

/**
 * What a read has found, and what it has thereby seen of the history of the API.
 *
 * @param at a position that covers what the statement that read the rows has seen; empty when it was not told,
 *     which is so when it found no row
 */
public record Seen<T>(T found, Optional<Position> at) {}
