package com.rentwave.workload.api;

/** How a client shows who it is. */
public enum SignIn {
    /** Like a browser: cookies that the facade sets, the position among them. */
    COOKIE,
    /** Like a program: the token as a bearer header, the position echoed as a header. */
    BEARER
}
