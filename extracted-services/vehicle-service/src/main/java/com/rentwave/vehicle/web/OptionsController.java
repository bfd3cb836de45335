package com.rentwave.vehicle.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

/** The API does not answer OPTIONS; Spring would by itself. */
@Controller
class OptionsController {

    @RequestMapping(path = "/api/vehicles", method = RequestMethod.OPTIONS)
    void ofAll(HttpServletRequest request) throws HttpRequestMethodNotSupportedException {
        refuse(request, "GET", "POST");
    }

    @RequestMapping(path = "/api/vehicles/{id}", method = RequestMethod.OPTIONS)
    void ofOne(HttpServletRequest request) throws HttpRequestMethodNotSupportedException {
        refuse(request, "GET", "PUT", "DELETE");
    }

    @RequestMapping(path = "/api/vehicles/{id}/availability", method = RequestMethod.OPTIONS)
    void ofAvailability(HttpServletRequest request) throws HttpRequestMethodNotSupportedException {
        refuse(request, "PUT");
    }

    private static void refuse(HttpServletRequest request, String... supported)
            throws HttpRequestMethodNotSupportedException {
        throw new HttpRequestMethodNotSupportedException(request.getMethod(), List.of(supported));
    }
}
