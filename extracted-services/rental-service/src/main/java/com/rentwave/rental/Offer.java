package com.rentwave.rental;

/**
 * The terms on which something is rented out, as its owner's side tells them at the moment.
 *
 * @param pricePerDay whole minor units of the currency
 * @param lateFeePerDay whole minor units of the currency, for each day late
 * @param minDays shortest rental
 * @param maxDays longest rental
 * @param available false while the owner pauses the offer
 */
public record Offer(
        String title,
        long ownerId,
        long pricePerDay,
        long lateFeePerDay,
        String currency,
        int minDays,
        int maxDays,
        boolean available) {

    /** @throws Refused unless this user may rent it for this time */
    public void mustBeFor(long renterId, Item item, Period period) {
        if (ownerId == renterId) {
            throw new Refused(Refused.Why.OWN_ITEM, item.named() + " is your own.");
        }
        if (!available) {
            throw new Refused(Refused.Why.NOT_AVAILABLE, item.named() + " is not available at the moment.");
        }
        if (period.days() < minDays || period.days() > maxDays) {
            throw new Refused(
                    Refused.Why.WRONG_LENGTH, "must be between " + minDays + " and " + maxDays + " days after from");
        }
    }
}
