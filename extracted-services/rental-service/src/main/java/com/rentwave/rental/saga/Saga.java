package com.rentwave.rental.saga;

import com.rentwave.rental.wallet.Payment;
import java.util.UUID;

/**
 * One thing that has to happen in the wallet.
 *
 * @param id also the wallet's id of the reservation or the refund
 * @param lateKey what the wallet knows a day late by; null unless it is one
 * @param trace of the request that began it; null when there was none
 * @param attempts how often the wallet was asked in vain
 */
record Saga(UUID id, SagaStatus status, Payment payment, String lateKey, String trace, int attempts) {}
