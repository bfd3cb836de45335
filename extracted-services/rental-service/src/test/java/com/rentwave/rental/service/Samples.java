package com.rentwave.rental.service;

import static com.rentwave.rental.service.TestService.OTHERS;
import static com.rentwave.rental.service.TestService.call;
import static com.rentwave.rental.service.TestService.day;

import com.rentwave.service.testing.Call;
import com.rentwave.service.testing.Reply;
import java.time.Duration;
import org.awaitility.Awaitility;

/** Things on offer, and rentals of them. */
final class Samples {

    private Samples() {}

    /** A vehicle of this owner's: 4500 a day, 900 for a day late, 1 to 14 days. */
    static void vehicleOnOffer(long id, long ownerId) {
        OTHERS.offers.put("vehicle/" + id, terms("Volkswagen Golf", ownerId));
    }

    static String terms(String title, long ownerId) {
        return "{\"title\":\"" + title + "\",\"ownerId\":" + ownerId + ",\"pricePerDay\":4500,\"lateFeePerDay\":900,"
                + "\"currency\":\"EUR\",\"minDays\":1,\"maxDays\":14,\"available\":true}";
    }

    /** A request for a vehicle, from one day to another, counted from today. */
    static Call rent(long renterId, long vehicle, int from, int to) {
        return call("POST", "/api/rentals").by(renterId).json(body("vehicle", vehicle, from, to));
    }

    static String body(String type, long id, int from, int to) {
        return "{\"item\":{\"type\":\"" + type + "\",\"id\":" + id + "},\"from\":\"" + day(from) + "\",\"to\":\""
                + day(to) + "\"}";
    }

    static String rented(long renterId, long vehicle, int from, int to) {
        Reply reply = rent(renterId, vehicle, from, to).send();
        if (reply.status() != 201) {
            throw new IllegalStateException(reply.status() + " " + reply.body());
        }
        return reply.header("Location");
    }

    /** So many days after the first. */
    static Reply moveClock(int days) {
        return moveClock(TestService.offset(days).toString());
    }

    /** So far from the real time. */
    static Reply moveClock(String offset) {
        return call("PUT", "/internal/clock")
                .header("Authorization", "Bearer the internal token")
                .json("{\"offset\":\"" + offset + "\"}")
                .send();
    }

    static void awaitEndOfSagas() {
        Awaitility.await("every saga has ended")
                .atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> TestService.database()
                                .number("SELECT count(*) FROM saga WHERE status NOT IN ('DONE', 'COMPENSATED')")
                        == 0);
    }
}
