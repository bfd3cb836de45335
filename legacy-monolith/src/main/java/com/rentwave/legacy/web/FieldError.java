package com.rentwave.legacy.web;

/**
 * One thing wrong with a request.
 *
 * @param field name of the body's field or of the parameter
 * @param reason a short phrase that goes on from the field's name, "must be a string"
 */
public record FieldError(String field, String reason) {}
