package com.rentwave.legacy.web;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** The public API of the monolith; its resources are found by their annotations. */
@ApplicationPath("/api")
public class ApiApplication extends Application {}
