/**
 * What has to happen in the wallet because of what happened to a rental: stored in the transaction of the rental, or before it,
 * and then done until it is done; no transaction is open while the wallet is asked. The table is neither guarded nor copied: whoever owns rentals, this side finishes what it began.
 * It writes its own table and asks the wallet, and nothing else.
 */
package com.rentwave.rental.saga;
