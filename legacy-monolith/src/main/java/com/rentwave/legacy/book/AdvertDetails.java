package com.rentwave.legacy.book;

import com.rentwave.legacy.offer.Terms;

/**
 * What an owner tells about a copy.
 *
 * @param note may have several lines
 */
record AdvertDetails(Wear condition, String note, String place, Terms terms) {}
