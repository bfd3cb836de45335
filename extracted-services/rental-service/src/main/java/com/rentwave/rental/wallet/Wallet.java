package com.rentwave.rental.wallet;

import com.rentwave.rental.peer.NotReachable;
import com.rentwave.rental.peer.Peer;
import com.rentwave.service.web.JsonWriter;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The wallet, which stays in the monolith. */
@Component
public class Wallet {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String NAME = "The wallet";
    private static final String ADDRESS = "/internal/wallet/";
    private static final String PROBLEM = "urn:rentwave:problem:";
    private static final Set<String> FOR_USERS = Set.of("insufficient-funds", "balance-negative");
    private static final int CONFLICT = 409;

    private final Peer monolith;

    Wallet(Peer monolith) {
        this.monolith = monolith;
    }

    /**
     * Keeps the price out of anybody's reach until it is booked or let go.
     *
     * @throws PaymentRefused when there is not enough; then nothing is kept
     * @throws NotReachable when nobody knows
     */
    public void reserve(UUID id, Payment payment) {
        JsonWriter body = members(new JsonWriter().beginObject().field("id", id.toString()), payment);
        Peer.Reply reply =
                monolith.post(ADDRESS + "reservations", body.endObject().toString());
        if (reply.status() == CONFLICT) {
            throw refused(reply);
        }
        mustBeDone(reply);
    }

    /** Books what was reserved, once. */
    public void confirm(UUID id) {
        mustBeDone(monolith.post(ADDRESS + "reservations/" + id + "/confirm", "{}"));
    }

    /** Lets go what was reserved; a reservation that arrives later is refused. */
    public void release(UUID id) {
        mustBeDone(monolith.post(ADDRESS + "reservations/" + id + "/release", "{}"));
    }

    /** Pays back, once, even if the owner has spent it. */
    public void refund(UUID id, Payment payment) {
        JsonWriter body = members(new JsonWriter().beginObject().field("id", id.toString()), payment);
        mustBeDone(monolith.post(ADDRESS + "refunds", body.endObject().toString()));
    }

    /** Charges a day late, once for each key, even if it is not in the wallet. */
    public void chargeLateFee(String key, Payment payment) {
        JsonWriter body = members(new JsonWriter().beginObject().field("key", key), payment);
        mustBeDone(monolith.post(ADDRESS + "late-fees", body.endObject().toString()));
    }

    private static JsonWriter members(JsonWriter json, Payment payment) {
        return json.field("rentalId", payment.rentalId())
                .field("renterId", payment.renterId())
                .field("ownerId", payment.ownerId())
                .field("amount", payment.amount())
                .field("currency", payment.currency());
    }

    private static void mustBeDone(Peer.Reply reply) {
        if (reply.status() / 100 != 2) {
            throw new NotReachable(NAME, reply);
        }
    }

    /** In the wallet's words when they are meant for users. */
    private static RuntimeException refused(Peer.Reply reply) {
        try {
            JsonNode problem = JSON.readTree(reply.body());
            String name = problem.path("type").asString("").replace(PROBLEM, "");
            if (FOR_USERS.contains(name)) {
                return new PaymentRefused(
                        name,
                        reply.status(),
                        problem.path("title").asString(),
                        problem.path("detail").asString());
            }
        } catch (JacksonException e) {
            return new NotReachable(NAME, e);
        }
        return new NotReachable(NAME, reply);
    }
}
