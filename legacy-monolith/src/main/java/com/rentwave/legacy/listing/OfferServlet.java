package com.rentwave.legacy.listing;

import com.rentwave.legacy.idempotency.Ownership;
import com.rentwave.legacy.idempotency.Scope;
import com.rentwave.legacy.offer.Offer;
import com.rentwave.legacy.web.Ids;
import com.rentwave.legacy.web.InternalServlet;
import com.rentwave.legacy.web.JsonText;
import com.rentwave.legacy.web.Refusal;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The terms of one thing on offer, {@code GET /internal/offers/{vehicle|book|room}/{id}}; a book's id is that of its advert.
 * A vehicle is answered for by whoever owns vehicles: 421 sends on to the other side.
 */
@WebServlet("/internal/offers/*")
public class OfferServlet extends InternalServlet {

    private static final long serialVersionUID = 1L;
    private static final Pattern PATH = Pattern.compile("/(vehicle|book|room)/([^/]+)");

    private final transient OwnedOffers offers;
    private final transient Ownership ownership;

    @Inject
    OfferServlet(OwnedOffers offers, Ownership ownership) {
        this.offers = offers;
        this.ownership = ownership;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Matcher path = PATH.matcher(String.valueOf(request.getPathInfo()));
        if (!path.matches()) {
            throw Refusal.noSuchAddress();
        }
        String id = path.group(2);
        Offer offer =
                switch (path.group(1)) {
                    case "vehicle" -> find("vehicle", id, this::vehicle);
                    case "book" -> find("advert", id, offers::book);
                    default -> find("room", id, offers::room);
                };
        json(response, written(offer));
    }

    private static Offer find(String kind, String id, LongFunction<Optional<Offer>> all) {
        long number = Ids.parse(id, kind);
        return all.apply(number).orElseThrow(() -> Ids.absent(kind, number));
    }

    private Optional<Offer> vehicle(long id) {
        try {
            return offers.vehicle(id);
        } catch (PersistenceException e) {
            throw Ownership.isMissing(e) ? ownership.refusal(Scope.VEHICLES) : e;
        }
    }

    private static JsonText written(Offer offer) {
        return new JsonText()
                .object()
                .field("title", offer.title())
                .field("ownerId", offer.ownerId())
                .field("pricePerDay", offer.pricePerDay())
                .field("lateFeePerDay", offer.lateFeePerDay())
                .field("currency", offer.currency())
                .field("minDays", offer.minDays())
                .field("maxDays", offer.maxDays())
                .field("available", offer.available())
                .end();
    }
}
