package com.rentwave.legacy;

import static com.rentwave.legacy.Call.call;
import static com.rentwave.legacy.Samples.golf;
import static org.assertj.core.api.Assertions.assertThat;

import com.rentwave.legacy.Call.Reply;
import com.rentwave.openapi.WrongRequest;
import com.rentwave.openapi.WrongRequest.Caller;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is wrong with a request about vehicles, and in which order that is told. */
class VehicleProblemsIT {

    private static Person alice;
    private static Person bob;
    private static String address;

    @BeforeAll
    static void signIn() {
        alice = Person.somebody();
        bob = Person.somebody();
        address = golf(alice).header("Location");
    }

    @ParameterizedTest
    @MethodSource("com.rentwave.openapi.WrongVehicleRequests#all")
    void refusesWhatEveryOwnerOfVehiclesRefuses(WrongRequest wrong) {
        Call call = call(wrong.method(), wrong.path().replace(WrongRequest.THING, address));
        wrong.headers().forEach(call::header);
        if (!wrong.body().isEmpty()) {
            call.body(BodyPublishers.ofString(wrong.body()));
        }
        if (wrong.caller() != Caller.NOBODY) {
            call.by(wrong.caller() == Caller.OWNER ? alice : bob);
        }

        Reply reply = call.send();

        assertThat(reply.status()).isEqualTo(wrong.status());
        assertThat(reply.body()).contains(wrong.answer());
        wrong.answerHeaders()
                .forEach((name, value) -> assertThat(reply.header(name)).isEqualTo(value));
    }

    @Test
    void tellsEveryWrongParameterInTheContractsOrder() {
        Reply reply = call(
                        "GET",
                        "/api/vehicles?limit=0&cursor=x&minSeats=x&drive=UP&available=1&attribute=x&sort=y&q=a+b+c+d+e+f+g+h+i")
                .send();
        Reply cursor =
                call("GET", "/api/vehicles?cursor=bmV3ZXN0OjE6MQ&sort=price").send();

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.body())
                .endsWith(
                        "\"detail\":\"One or more parameters are not valid.\",\"instance\":\"/api/vehicles\",\"errors\":["
                                + String.join(
                                        ",",
                                        error("limit", "must be between 1 and 100"),
                                        error("q", "must have at most 8 words"),
                                        error("drive", "must be one of FRONT, REAR, ALL, PART_TIME"),
                                        error("minSeats", "must be a whole number"),
                                        error("available", "must be true or false"),
                                        error("attribute", "must be key:value"),
                                        error("sort", "must be one of newest, price, -price"))
                                + "]}");
        assertThat(cursor.problem()).isEqualTo("invalid-cursor");
    }

    private static String error(String field, String reason) {
        return "{\"field\":\"" + field + "\",\"reason\":\"" + reason + "\"}";
    }
}
