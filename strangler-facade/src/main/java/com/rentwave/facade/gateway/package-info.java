/**
 * What happens to a request on its way: one class, one verb. Everything passes through here and nothing else knows HTTP
 * headers of the backends. May use {@code api}, {@code route}, {@code hold} and {@code session}.
 */
package com.rentwave.facade.gateway;
