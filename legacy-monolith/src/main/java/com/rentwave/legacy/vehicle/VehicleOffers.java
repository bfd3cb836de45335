package com.rentwave.legacy.vehicle;

import com.rentwave.legacy.offer.Offer;
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

    public Optional<Offer> find(long id) {
        return vehicles.find(id).map(Vehicle::asOffer);
    }
}
