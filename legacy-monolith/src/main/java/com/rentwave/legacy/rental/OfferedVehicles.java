package com.rentwave.legacy.rental;

import com.rentwave.legacy.copy.VehicleOffers;
import com.rentwave.legacy.offer.Offer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Vehicles on offer. */
@ApplicationScoped
class OfferedVehicles implements Offers {

    private final VehicleOffers vehicles;

    @Inject
    OfferedVehicles(VehicleOffers vehicles) {
        this.vehicles = vehicles;
    }

    protected OfferedVehicles() {
        this(null);
    }

    @Override
    public ItemType type() {
        return ItemType.VEHICLE;
    }

    @Override
    public Optional<Offer> find(long id) {
        return vehicles.find(id);
    }
}
