package com.rentwave.legacy.book;

import java.util.List;

/**
 * What is told about a book, once and for all.
 *
 * @param year of this edition; negative before our era, null when unknown
 * @param language ISO 639, null when unknown
 */
record BookDetails(Isbn isbn, String title, List<String> authors, Integer year, String language) {}
