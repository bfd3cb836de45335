package com.rentwave.rental.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

/** The API does not answer OPTIONS; Spring would by itself. */
@Controller
class OptionsController {

    @RequestMapping(path = "/api/rentals", method = RequestMethod.OPTIONS)
    void ofAll(HttpServletRequest request) throws HttpRequestMethodNotSupportedException {
        refuse(request, "GET", "POST");
    }

    @RequestMapping(
            path = {"/api/rentals/{id}", "/api/rentals/calendar"},
            method = RequestMethod.OPTIONS)
    void ofOne(HttpServletRequest request) throws HttpRequestMethodNotSupportedException {
        refuse(request, "GET");
    }

    @RequestMapping(
            path = {"/api/rentals/{id}/return", "/api/rentals/{id}/cancel"},
            method = RequestMethod.OPTIONS)
    void ofEnds(HttpServletRequest request) throws HttpRequestMethodNotSupportedException {
        refuse(request, "POST");
    }

    private static void refuse(HttpServletRequest request, String... supported)
            throws HttpRequestMethodNotSupportedException {
        throw new HttpRequestMethodNotSupportedException(request.getMethod(), List.of(supported));
    }
}
