/**
 * What RentWave's pages rely on, one class for each thing a person does. Every class adds to the pact of
 * {@code rentwave-web} about its API. Depends on no provider.
 */
package com.rentwave.contracts.web;
