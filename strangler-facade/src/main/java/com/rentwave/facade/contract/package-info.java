/**
 * The verification record: which pact was verified against which build of which provider, and what the pact files in the
 * folder promise now. Knows no gate, and of phases only
 * which providers an API still has.
 */
package com.rentwave.facade.contract;
