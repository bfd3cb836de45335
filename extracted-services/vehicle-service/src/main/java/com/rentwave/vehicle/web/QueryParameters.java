package com.rentwave.vehicle.web;

import com.rentwave.service.web.Ids;
import com.rentwave.service.web.ParameterReader;
import com.rentwave.service.web.Problem;
import com.rentwave.service.web.Refusal;
import com.rentwave.vehicle.Drive;
import com.rentwave.vehicle.Fuel;
import com.rentwave.vehicle.SizeClass;
import com.rentwave.vehicle.Transmission;
import com.rentwave.vehicle.VehicleQuery;
import com.rentwave.vehicle.VehicleQuery.After;
import com.rentwave.vehicle.VehicleSort;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Reads the parameters of a list of vehicles, in the API's order. */
final class QueryParameters {

    private static final int MOST_WORDS = 8;

    private final ParameterReader given;

    private QueryParameters(ParameterReader given) {
        this.given = given;
    }

    /** @param query the part of the address after the question mark, or null */
    static VehicleQuery read(String query) {
        return new QueryParameters(new ParameterReader(query)).query();
    }

    private VehicleQuery query() {
        int limit = given.limit();
        List<String> words = words("q");
        Optional<SizeClass> sizeClass = given.word("sizeClass", SizeClass.class);
        Optional<Transmission> transmission = given.word("transmission", Transmission.class);
        Optional<Fuel> fuel = given.word("fuel", Fuel.class);
        Optional<Drive> drive = given.word("drive", Drive.class);
        OptionalInt minSeats = given.number("minSeats", 1, 60);
        OptionalInt minBootLitres = given.number("minBootLitres", 0, 20_000);
        OptionalLong minPrice = given.whole("minPrice", 0, 100_000_000);
        OptionalLong maxPrice = given.whole("maxPrice", 0, 100_000_000);
        Optional<Boolean> available = given.flag("available");
        OptionalLong ownerId = given.whole("ownerId", 1, Ids.LARGEST);
        List<Map.Entry<String, String>> attributes = attributes("attribute");
        VehicleSort sort = given.parsed("sort", QueryParameters::sort, "must be one of newest, price, -price")
                .orElse(VehicleSort.NEWEST);
        given.check();
        Optional<After> after = given.text("cursor")
                .map(text -> PlaceInList.parse(text, sort).orElseThrow(() -> new Refusal(Problem.invalidCursor())));
        return new VehicleQuery(
                limit,
                after,
                words,
                sizeClass,
                transmission,
                fuel,
                drive,
                minSeats,
                minBootLitres,
                minPrice,
                maxPrice,
                available,
                ownerId,
                attributes,
                sort);
    }

    private List<String> words(String name) {
        String text = given.text(name).orElse("");
        List<String> words = Arrays.stream(text.strip().split("\\s+"))
                .filter(w -> !w.isEmpty())
                .toList();
        return words.size() > MOST_WORDS
                ? given.wrong(name, "must have at most " + MOST_WORDS + " words", List.of())
                : words;
    }

    private List<Map.Entry<String, String>> attributes(String name) {
        List<Map.Entry<String, String>> attributes = new ArrayList<>();
        for (String text : given.all(name)) {
            int colon = text.indexOf(':');
            if (colon < 1) {
                return given.wrong(name, "must be key:value", List.of());
            }
            attributes.add(Map.entry(text.substring(0, colon), text.substring(colon + 1)));
        }
        return attributes;
    }

    private static Optional<VehicleSort> sort(String word) {
        return Stream.of(VehicleSort.values())
                .filter(sort -> sort.word().equals(word))
                .findFirst();
    }
}
