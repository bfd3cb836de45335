package com.rentwave.rental.offer;

import com.rentwave.rental.Item;
import com.rentwave.rental.ItemType;
import com.rentwave.rental.Offer;
import com.rentwave.rental.Refused;
import com.rentwave.rental.peer.NotReachable;
import com.rentwave.rental.peer.Peer;
import com.rentwave.sync.Pause;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The terms of things, from their owner. Vehicles may be owned by either side, and for a moment in a cutover by nobody: whoever
 * does not own them says so, and then the other one is asked, for a while.
 */
@Component
public class Offers {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration LONGEST = Duration.ofSeconds(2);
    private static final Duration PAUSE = Duration.ofMillis(20);
    private static final int FOUND = 200;
    private static final int ABSENT = 404;
    private static final int NOT_OWNER = 421;
    private static final String OWNER = "The owner of the offer";

    private final Peer monolith;
    private final Peer vehicleService;
    private volatile Peer lastOwner;

    Offers(Peer monolith, Peer vehicleService) {
        this.monolith = monolith;
        this.vehicleService = vehicleService;
        this.lastOwner = vehicleService;
    }

    /**
     * The terms of a thing.
     *
     * @throws Refused when there is no such thing
     * @throws NotReachable when its owner cannot be found or asked
     */
    public Offer of(Item item) {
        if (item.type() != ItemType.VEHICLE) {
            return ask(monolith, item).orElseThrow(Offers::nobody);
        }
        long end = System.nanoTime() + LONGEST.toNanos();
        while (true) {
            Peer first = lastOwner;
            Peer second = first == monolith ? vehicleService : monolith;
            Optional<Offer> offer = ask(item, first, second);
            if (offer.isPresent()) {
                return offer.get();
            }
            if (System.nanoTime() > end || !Pause.of(PAUSE)) {
                throw nobody();
            }
        }
    }

    /** Whoever is silent may be the owner: then waiting for a cutover to end is in vain. */
    private Optional<Offer> ask(Item item, Peer first, Peer second) {
        NotReachable silent = null;
        for (Peer owner : List.of(first, second)) {
            try {
                Optional<Offer> offer = ask(owner, item);
                if (offer.isPresent()) {
                    lastOwner = owner;
                    return offer;
                }
            } catch (NotReachable e) {
                silent = e;
            }
        }
        if (silent != null) {
            throw silent;
        }
        return Optional.empty();
    }

    private static NotReachable nobody() {
        return new NotReachable(OWNER, new Peer.Reply(NOT_OWNER, ""));
    }

    /** Empty when it is not the owner. */
    private static Optional<Offer> ask(Peer owner, Item item) {
        Peer.Reply reply = owner.get("/internal/offers/" + item.type().word() + '/' + item.id());
        return switch (reply.status()) {
            case FOUND -> Optional.of(read(reply));
            case ABSENT -> throw Refused.absent(item.type().noun(), item.id());
            case NOT_OWNER -> Optional.empty();
            default -> throw new NotReachable(OWNER, reply);
        };
    }

    private static Offer read(Peer.Reply reply) {
        try {
            return JSON.readValue(reply.body(), Offer.class);
        } catch (JacksonException e) {
            throw new NotReachable(OWNER, e);
        }
    }
}
