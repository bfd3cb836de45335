package com.rentwave.system.parity;

import com.rentwave.system.parity.ParityCase.Sent;
import java.util.List;
import java.util.Map;

/** Reads of one vehicle and of lists, and addresses that are none. */
final class ReadCases extends VehicleCases {

    ReadCases() {
        reads();
        lists();
        addresses();
    }

    private void reads() {
        get("a vehicle", s -> "/api/vehicles/" + s.vehicleId());
        get("an unknown id", s -> UNKNOWN);
        for (String id : List.of(
                "0",
                "01",
                "-1",
                "abc",
                "1e3",
                "999999999.0",
                "999999999%20",
                "1234567890123456789",
                "99999999999999999999")) {
            get("an id that is none: " + id, s -> "/api/vehicles/" + id);
        }
        add("the same tag", s -> conditional(s, s.etag()));
        add("a weak form of the same tag", s -> conditional(s, "W/" + s.etag()));
        add("any tag", s -> conditional(s, "*"));
        add("a list of tags with the same", s -> conditional(s, "\"x\", " + s.etag()));
        add("a former tag", s -> conditional(s, s.formerEtag()));
        add("a tag that is none", s -> conditional(s, "0-abc"));
    }

    private static Sent conditional(Subject s, String tag) {
        return Sent.of("GET", "/api/vehicles/" + s.vehicleId(), null, Map.of("If-None-Match", tag));
    }

    private void lists() {
        get("Ann's vehicles", s -> "/api/vehicles?ownerId=" + s.annsId());
        get("Bob's vehicles", s -> "/api/vehicles?ownerId=" + s.bobsId());
        get("nobody's vehicles", s -> "/api/vehicles?ownerId=999999999999");
        for (String sort : List.of("newest", "price", "-price")) {
            get("Ann's vehicles by " + sort, s -> "/api/vehicles?limit=1&sort=" + sort + "&ownerId=" + s.annsId());
        }
        get("words in another case", s -> "/api/vehicles?q=%20dUNA++fal%20&ownerId=" + s.annsId());
        get("words with wildcards", s -> "/api/vehicles?q=%25_%5C&ownerId=" + s.annsId());
        get("an attribute", s -> "/api/vehicles?attribute=colour%3Ablack&attribute=x%3Ay&ownerId=" + s.annsId());
        get("an unknown parameter", s -> "/api/vehicles?colour=red&ownerId=" + s.annsId());
        for (String bad : List.of(
                "limit=0",
                "limit=101",
                "limit=x",
                "limit=",
                "limit=1.0",
                "limit=99999999999999999999",
                "cursor=abc",
                "cursor=",
                "cursor=bmV3ZXN0OjE6MQ",
                "sort=price&cursor=bmV3ZXN0OjE6MQ",
                "q=a+b+c+d+e+f+g+h+i",
                "sizeClass=suv",
                "transmission=",
                "fuel=WATER",
                "drive=BACK",
                "minSeats=-1",
                "minSeats=two",
                "minBootLitres=1e2",
                "minPrice=-1",
                "maxPrice=x",
                "available=yes",
                "ownerId=me",
                "ownerId=0",
                "attribute=colour",
                "attribute=%3Ared",
                "sort=oldest",
                "limit=0&q=a+b+c+d+e+f+g+h+i&sizeClass=x&transmission=x&fuel=x&drive=x&minSeats=x&minBootLitres=x"
                        + "&minPrice=x&maxPrice=x&available=x&ownerId=x&attribute=x&sort=x&cursor=x")) {
            get("a list with " + bad, s -> "/api/vehicles?" + bad);
        }
    }

    private void addresses() {
        for (String method : List.of("PATCH", "DELETE", "PUT")) {
            add(method + " of the list", s -> Sent.of(method, "/api/vehicles", null, json(s.annsToken())));
        }
        for (String method : List.of("PATCH", "POST")) {
            add(
                    method + " of a vehicle",
                    s -> Sent.of(method, "/api/vehicles/" + s.vehicleId(), null, json(s.annsToken())));
        }
        add(
                "GET of the availability",
                s -> Sent.of("GET", "/api/vehicles/" + s.vehicleId() + "/availability", null, Map.of()));
        get("an address below a vehicle", s -> "/api/vehicles/" + s.vehicleId() + "/wheels");
        get("a slash too many", s -> "/api/vehicles/");
    }
}
