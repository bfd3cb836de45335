/**
 * Users' money as a double-entry ledger: the sum over all accounts is always zero, and over the users' accounts it changes
 * by top-ups alone. Rentals pay through {@link com.rentwave.legacy.wallet.Ledger}; rentals that are made in a service of their
 * own pay by orders, each carried out once, at addresses that only other parts of RentWave can call.
 */
package com.rentwave.legacy.wallet;
