/**
 * What rental-service relies on when it asks others: the wallets for money, the owner of a thing for its terms. Drives the
 * service's own clients, wired as the service wires them. Depends on no provider.
 */
package com.rentwave.contracts.rental;
