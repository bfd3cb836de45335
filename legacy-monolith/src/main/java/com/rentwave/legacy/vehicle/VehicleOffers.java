package com.rentwave.legacy.vehicle;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** What may be rented, for those who rent. */
@ApplicationScoped
public class VehicleOffers {

    private final Vehicles vehicles;

    @Inject
    VehicleOffers(Vehicles vehicles) {
        this.vehicles = vehicles;
    }

    protected VehicleOffers() {
        this(null);
    }

    /**
     * The terms on which a vehicle is rented out.
     *
     * @param pricePerDay whole minor units of the currency
     * @param available false while the owner pauses the offer
     */
    public record Offer(
            String title,
            long ownerId,
            long pricePerDay,
            String currency,
            int minDays,
            int maxDays,
            boolean available) {}

    public Optional<Offer> find(long id) {
        return vehicles.find(id).map(VehicleOffers::offer);
    }

    private static Offer offer(Vehicle vehicle) {
        VehicleDetails details = vehicle.details();
        return new Offer(
                details.make() + ' ' + details.model(),
                vehicle.ownerId(),
                details.pricePerDay(),
                details.currency(),
                details.minDays(),
                details.maxDays(),
                vehicle.isAvailable());
    }
}
