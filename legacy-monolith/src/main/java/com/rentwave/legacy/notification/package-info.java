/**
 * What users are told: made from domain events, listed, and streamed to whoever listens. Asks {@link
 * com.rentwave.legacy.search.Followers} who wants to hear of new adverts; knows no other feature.
 */
package com.rentwave.legacy.notification;
