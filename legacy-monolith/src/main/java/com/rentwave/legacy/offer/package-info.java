/**
 * What everything on offer has in common, whether vehicle, room or advert of a book: terms, owner, version, and lists with
 * filters and cursors. Knows none of them; stands here because it would otherwise stand three times.
 */
package com.rentwave.legacy.offer;
