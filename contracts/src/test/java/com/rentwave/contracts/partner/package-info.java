/**
 * What programs with a bearer token rely on: drives {@link com.rentwave.workload.api.RentWaveClient}, the client that the
 * command line's load and imports use, and writes the pact of {@code partner-api}. Depends on no provider.
 */
package com.rentwave.contracts.partner;
