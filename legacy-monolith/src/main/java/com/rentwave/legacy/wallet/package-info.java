/**
 * Users' money as a double-entry ledger: the sum over all accounts is always zero, and over the users' accounts it changes
 * by top-ups alone. Rentals pay through {@link com.rentwave.legacy.wallet.Ledger}.
 */
package com.rentwave.legacy.wallet;
