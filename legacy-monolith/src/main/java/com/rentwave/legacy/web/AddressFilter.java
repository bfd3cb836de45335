package com.rentwave.legacy.web;

import jakarta.annotation.Priority;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;

/** Knows no address with a slash at its end, and answers OPTIONS no differently from any other method that is not there. */
@Provider
@PreMatching
@Priority(300)
public class AddressFilter implements ContainerRequestFilter {

    @Context
    private HttpServletRequest servlet;

    @Override
    public void filter(ContainerRequestContext request) {
        if (request.getMethod().equals("OPTIONS")) {
            request.setMethod("NOT-OPTIONS");
        }
        if (servlet.getRequestURI().endsWith("/")) {
            throw Refusal.noSuchAddress();
        }
    }
}
