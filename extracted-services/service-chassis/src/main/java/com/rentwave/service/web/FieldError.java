package com.rentwave.service.web;

/**
 * What is wrong with one field or parameter.
 *
 * @param field its name; {@code attributes.KEY} for one attribute
 * @param reason one of the API's fixed sentences
 */
public record FieldError(String field, String reason) {}
