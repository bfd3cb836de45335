package com.rentwave.legacy;

import static com.rentwave.legacy.Call.call;
import static com.rentwave.legacy.Copies.vehicle;
import static com.rentwave.legacy.Samples.rent;
import static org.assertj.core.api.Assertions.assertThat;

import com.rentwave.legacy.Call.Reply;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarIT {

    private static Person renter;
    private static Person owner;

    @BeforeAll
    static void signIn() {
        owner = Person.somebody();
        renter = Person.somebody().with(1_000_000, "EUR");
    }

    @Test
    void showsEverybodyTheDaysThatAreTaken() {
        long vehicle = vehicle(owner);
        take(vehicle, "2999-05-10", "2999-05-12");
        take(vehicle, "2999-05-03", "2999-05-05");

        Reply calendar = calendar(vehicle, "2999-05-01", "2999-06-01");

        assertThat(calendar.status()).isEqualTo(200);
        assertThat(calendar.body())
                .isEqualTo(
                        "{\"item\":{\"type\":\"vehicle\",\"id\":" + vehicle + "},\"occupied\":["
                                + "{\"from\":\"2999-05-03\",\"to\":\"2999-05-05\"},{\"from\":\"2999-05-10\",\"to\":\"2999-05-12\"}]}");
    }

    @Test
    void doesNotTellWhereOneRentalEndsAndTheNextBegins() {
        long vehicle = vehicle(owner);
        take(vehicle, "2999-05-03", "2999-05-05");
        take(vehicle, "2999-05-05", "2999-05-06");

        assertThat(calendar(vehicle, "2999-05-01", "2999-06-01").body())
                .endsWith("[{\"from\":\"2999-05-03\",\"to\":\"2999-05-06\"}]}");
    }

    @Test
    void cutsOffWhatLiesOutside() {
        long vehicle = vehicle(owner);
        take(vehicle, "2999-05-03", "2999-05-13");

        assertThat(calendar(vehicle, "2999-05-05", "2999-05-07").body())
                .endsWith("[{\"from\":\"2999-05-05\",\"to\":\"2999-05-07\"}]}");
        assertThat(calendar(vehicle, "2999-05-13", "2999-06-01").body()).endsWith("\"occupied\":[]}");
        assertThat(calendar(vehicle, "2999-05-01", "2999-05-03").body()).endsWith("\"occupied\":[]}");
    }

    @Test
    void freesWhatIsCancelledOrComesBackBeforeItBegins() {
        long vehicle = vehicle(owner);
        Reply cancelled = take(vehicle, "2999-05-03", "2999-05-05");
        Reply returned = take(vehicle, "2999-05-07", "2999-05-09");
        call("POST", cancelled.header("Location") + "/cancel").by(renter).send();
        call("POST", returned.header("Location") + "/return").by(renter).send();

        assertThat(calendar(vehicle, "2999-05-01", "2999-06-01").body()).endsWith("\"occupied\":[]}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "id=5                                             | type | is required",
                "type=boat&id=5                                   | type | must be one of vehicle, book, room",
                "type=room                                        | id   | is required",
                "type=room&id=x                                   | id   | must be a whole number",
                "type=room&id=0                                   | id   | must be between 1 and 999999999999999999",
                "type=room&id=5&from=tomorrow                     | from | must be a date",
                "type=room&id=5&from=2999-02-30                   | from | must be a date",
                "type=room&id=5&from=2999-01-02&to=2999-01-02     | to   | must be between 1 and 400 days after from",
                "type=room&id=5&from=2999-01-01&to=3000-02-06     | to   | must be between 1 and 400 days after from"
            })
    void saysWhatIsWrongWithAQuestion(String query, String field, String reason) {
        Reply reply = call("GET", "/api/rentals/calendar?" + query).send();

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.problem()).isEqualTo("invalid-parameter");
        assertThat(reply.body()).endsWith("\"errors\":[{\"field\":\"" + field + "\",\"reason\":\"" + reason + "\"}]}");
    }

    private static Reply take(long vehicle, String from, String to) {
        return rent(renter, "vehicle", vehicle, from, to).send();
    }

    private static Reply calendar(long vehicle, String from, String to) {
        return call("GET", "/api/rentals/calendar?type=vehicle&id=" + vehicle + "&from=" + from + "&to=" + to)
                .send();
    }
}
