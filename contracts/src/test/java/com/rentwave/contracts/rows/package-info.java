/**
 * What the appliers rely on in the row topics: drives row-sync's reader and mapping, which both of them use. A pact here
 * names the topic as its provider. Depends on no provider.
 */
package com.rentwave.contracts.rows;
