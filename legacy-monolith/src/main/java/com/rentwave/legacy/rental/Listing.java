package com.rentwave.legacy.rental;

import com.rentwave.legacy.offer.Offer;
import com.rentwave.legacy.web.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.EnumMap;
import java.util.Map;

/** Everything on offer, of every kind. */
@ApplicationScoped
class Listing {

    private final Map<ItemType, Offers> offers = new EnumMap<>(ItemType.class);

    @Inject
    Listing(@Any Instance<Offers> all) {
        all.forEach(kind -> offers.put(kind.type(), kind));
    }

    protected Listing() {}

    /** The terms of a thing; refuses what is not there. */
    Offer find(Item item) {
        Offers kind = offers.get(item.type());
        if (kind == null) {
            throw Ids.absent(item.type().noun(), item.id());
        }
        return kind.find(item.id()).orElseThrow(() -> Ids.absent(item.type().noun(), item.id()));
    }
}
