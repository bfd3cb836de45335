package com.rentwave.legacy.web;

import jakarta.annotation.Priority;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;

/**
 * Takes decisions away from the framework that the API makes by itself: it answers JSON whatever is accepted, judges the
 * media type of a body after the caller and the address, and knows no address with a slash at its end.
 */
@Provider
@PreMatching
@Priority(300)
public class AddressFilter implements ContainerRequestFilter {

    @Context
    private HttpServletRequest servlet;

    @Override
    public void filter(ContainerRequestContext request) {
        request.getHeaders().remove("Accept");
        request.getHeaders().remove("Content-Type");
        if (servlet.getRequestURI().endsWith("/")) {
            throw Refusal.noSuchAddress();
        }
    }
}
