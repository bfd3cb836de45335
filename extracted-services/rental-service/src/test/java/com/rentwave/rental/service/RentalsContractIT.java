package com.rentwave.rental.service;

import static com.rentwave.rental.service.Samples.body;
import static com.rentwave.rental.service.Samples.rent;
import static com.rentwave.rental.service.Samples.rented;
import static com.rentwave.rental.service.Samples.vehicleOnOffer;
import static com.rentwave.rental.service.TestService.ALICE;
import static com.rentwave.rental.service.TestService.BOB;
import static com.rentwave.rental.service.TestService.CAROL;
import static com.rentwave.rental.service.TestService.OTHERS;
import static com.rentwave.rental.service.TestService.call;
import static com.rentwave.rental.service.TestService.day;
import static org.assertj.core.api.Assertions.assertThat;

import com.rentwave.service.testing.Reply;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RentalsContractIT {

    private static final String TIME = "\"20\\d\\d-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}Z\"";

    @BeforeEach
    void ownRentals() {
        TestService.owns();
        vehicleOnOffer(5, ALICE);
        OTHERS.give(BOB, 100_000);
    }

    @Test
    void answersANewRentalInTheContractsOrderWithoutWhiteSpace() {
        Reply reply = rent(BOB, 5, 3, 5).send();

        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.header("Content-Type")).isEqualTo("application/json");
        assertThat(reply.header("Cache-Control")).isEqualTo("private, no-cache");
        assertThat(reply.header("ETag")).isNull();
        assertThat(reply.header("RentWave-Position")).startsWith("service:");
        assertThat(reply.header("Location")).matches("/api/rentals/([1-9]\\d*)?[02468]");
        String id = reply.header("Location").substring("/api/rentals/".length());
        assertThat(reply.body())
                .matches("\\{\"id\":" + id
                        + ",\"item\":\\{\"type\":\"vehicle\",\"id\":5,\"title\":\"Volkswagen Golf\"\\},"
                        + "\"renterId\":2,\"ownerId\":1,\"from\":\"" + day(3) + "\",\"to\":\"" + day(5)
                        + "\",\"days\":2,\"price\":9000,\"lateFeePerDay\":900,\"currency\":\"EUR\","
                        + "\"status\":\"ACTIVE\",\"lateDays\":0,\"lateFees\":0,\"createdAt\":" + TIME
                        + ",\"returnedAt\":null,\"cancelledAt\":null\\}");
    }

    @Test
    void movesThePriceBeforeItAnswers() {
        rented(BOB, 5, 3, 5);

        assertThat(OTHERS.ledger()).containsExactly("RENT 9000");
        assertThat(OTHERS.balance(BOB)).isEqualTo(91_000);
        assertThat(OTHERS.balance(ALICE)).isEqualTo(9_000);
        assertThat(OTHERS.asked).containsExactly("reservations", "reservations/confirm");
    }

    @Test
    void showsARentalToRenterAndOwnerAndToNobodyElse() {
        Reply written = rent(BOB, 5, 3, 5).send();
        String address = written.header("Location");

        assertThat(call("GET", address).by(BOB).send().body()).isEqualTo(written.body());
        assertThat(call("GET", address).by(ALICE).send().body()).isEqualTo(written.body());
        Reply stranger = call("GET", address).by(CAROL).send();
        assertThat(stranger.status()).isEqualTo(404);
        assertThat(stranger.header("RentWave-Position")).startsWith("service:");
        assertThat(stranger.body())
                .isEqualTo("{\"type\":\"urn:rentwave:problem:not-found\",\"title\":\"Not found\",\"status\":404,"
                        + "\"detail\":\"There is no rental " + address.substring("/api/rentals/".length())
                        + ".\",\"instance\":\"" + address + "\"}");
        assertThat(call("GET", address).send().status()).isEqualTo(401);
    }

    @Test
    void cancelsBeforeTheFirstDayAndPaysEverythingBack() {
        String address = rented(BOB, 5, 3, 5);

        Reply cancelled = call("POST", address + "/cancel").by(BOB).send();
        Reply again = call("POST", address + "/cancel").by(BOB).send();
        Reply back = call("POST", address + "/return").by(BOB).send();

        assertThat(cancelled.status()).isEqualTo(200);
        assertThat(cancelled.body()).contains("\"status\":\"CANCELLED\"").containsPattern("\"cancelledAt\":" + TIME);
        assertThat(again.body()).isEqualTo(cancelled.body());
        assertThat(OTHERS.ledger()).containsExactly("RENT 9000", "REFUND 9000");
        assertThat(back.status()).isEqualTo(409);
        assertThat(back.body())
                .contains("\"type\":\"urn:rentwave:problem:already-cancelled\",\"title\":\"Already cancelled\"")
                .contains(" was cancelled.\"");
        assertThat(rent(CAROL, 5, 3, 5).send().body()).contains("insufficient-funds");
        assertThat(rent(BOB, 5, 3, 5).send().status()).isEqualTo(201);
    }

    @Test
    void cancelsNothingThatHasBegun() {
        String address = rented(BOB, 5, 0, 2);

        Reply reply = call("POST", address + "/cancel").by(BOB).send();

        assertThat(reply.status()).isEqualTo(409);
        assertThat(reply.body())
                .contains("\"type\":\"urn:rentwave:problem:too-late-to-cancel\",\"title\":\"Too late to cancel\"")
                .contains(" can be cancelled until the day before it begins.\"");
    }

    @Test
    void isGivenBackByTheRenterOnceAndFreesTheDaysThatAreLeft() {
        String address = rented(BOB, 5, 0, 5);

        assertThat(call("POST", address + "/return").by(ALICE).send().status()).isEqualTo(404);
        Reply back = call("POST", address + "/return").by(BOB).send();
        Reply again = call("POST", address + "/return").by(BOB).send();

        assertThat(back.body()).contains("\"status\":\"RETURNED\"").containsPattern("\"returnedAt\":" + TIME);
        assertThat(again.body()).isEqualTo(back.body());
        assertThat(calendar(0, 10)).isEqualTo(occupied(0, 1));
        assertThat(OTHERS.ledger()).containsExactly("RENT 22500");
    }

    @Test
    void showsEverybodyWhichDaysAreTaken() {
        rented(BOB, 5, 1, 3);
        rented(BOB, 5, 3, 4);
        rented(BOB, 5, 6, 8);

        assertThat(calendar(0, 7))
                .isEqualTo("{\"item\":{\"type\":\"vehicle\",\"id\":5},\"occupied\":[{\"from\":\"" + day(1)
                        + "\",\"to\":\"" + day(4) + "\"},{\"from\":\"" + day(6) + "\",\"to\":\"" + day(7) + "\"}]}");
    }

    @Test
    void listsTheLatestFirstFromWhereACursorOfEitherSideEnds() {
        vehicleOnOffer(6, BOB);
        OTHERS.give(ALICE, 50_000);
        String first = rented(BOB, 5, 1, 2);
        String second = rented(BOB, 5, 2, 3);
        String third = rented(ALICE, 6, 2, 3);

        Reply page = call("GET", "/api/rentals?limit=1").by(BOB).send();
        String cursor = page.body().replaceAll(".*\"nextCursor\":\"([^\"]*)\".*", "$1");
        Reply next =
                call("GET", "/api/rentals?limit=1&cursor=" + cursor).by(BOB).send();
        Reply owner = call("GET", "/api/rentals?role=owner").by(BOB).send();

        assertThat(page.body()).startsWith("{\"items\":[" + read(second) + "],\"nextCursor\":");
        assertThat(next.body()).isEqualTo("{\"items\":[" + read(first) + "],\"nextCursor\":null}");
        assertThat(owner.body()).isEqualTo("{\"items\":[" + read(third) + "],\"nextCursor\":null}");
    }

    @Test
    void asksWhoIsOwnerOfTheThingAtTheMoment() {
        OTHERS.offers.put("book/7", Samples.terms("Emma", ALICE));
        OTHERS.vehicleServiceOwnsVehicles = false;
        OTHERS.monolithOwnsVehicles = true;

        Reply vehicle = rent(BOB, 5, 1, 2).send();
        Reply book =
                call("POST", "/api/rentals").by(BOB).json(body("book", 7, 1, 2)).send();

        assertThat(vehicle.status()).isEqualTo(201);
        assertThat(book.body()).contains("\"item\":{\"type\":\"book\",\"id\":7,\"title\":\"Emma\"}");
    }

    private static String read(String address) {
        return call("GET", address).by(BOB).send().body();
    }

    private static String occupied(int from, int to) {
        return "{\"item\":{\"type\":\"vehicle\",\"id\":5},\"occupied\":[{\"from\":\"" + day(from) + "\",\"to\":\""
                + day(to) + "\"}]}";
    }

    private static String calendar(int from, int to) {
        return call("GET", "/api/rentals/calendar?type=vehicle&id=5&from=" + day(from) + "&to=" + day(to))
                .send()
                .body();
    }
}
