package com.rentwave.vehicle.web;

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
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the parameters of a list of vehicles and collects what is wrong with them, in the API's order. */
final class QueryParameters {

    private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,19}");
    private static final int MOST_WORDS = 8;

    private final QueryString parameters;
    private final List<FieldError> errors = new ArrayList<>();

    private QueryParameters(QueryString parameters) {
        this.parameters = parameters;
    }

    /** @param query the part of the address after the question mark, or null */
    static VehicleQuery read(String query) {
        return new QueryParameters(QueryString.parse(query)).query();
    }

    private VehicleQuery query() {
        OptionalInt limit = number("limit", 1, 100);
        List<String> words = words("q");
        Optional<SizeClass> sizeClass = word("sizeClass", SizeClass.class);
        Optional<Transmission> transmission = word("transmission", Transmission.class);
        Optional<Fuel> fuel = word("fuel", Fuel.class);
        Optional<Drive> drive = word("drive", Drive.class);
        OptionalInt minSeats = number("minSeats", 1, 60);
        OptionalInt minBootLitres = number("minBootLitres", 0, 20_000);
        OptionalLong minPrice = whole("minPrice", 0, 100_000_000);
        OptionalLong maxPrice = whole("maxPrice", 0, 100_000_000);
        Optional<Boolean> available = flag("available");
        OptionalLong ownerId = whole("ownerId", 1, 999_999_999_999_999_999L);
        List<Map.Entry<String, String>> attributes = attributes("attribute");
        VehicleSort sort = sort("sort");
        if (!errors.isEmpty()) {
            throw new Refusal(Problem.invalidParameters(errors));
        }
        Optional<After> after = Optional.ofNullable(parameters.first("cursor"))
                .map(text -> Cursor.parse(text, sort).orElseThrow(() -> new Refusal(Problem.invalidCursor())));
        return new VehicleQuery(
                limit.orElse(20),
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

    private OptionalInt number(String name, int least, int most) {
        OptionalLong number = whole(name, least, most);
        return number.isPresent() ? OptionalInt.of((int) number.getAsLong()) : OptionalInt.empty();
    }

    private OptionalLong whole(String name, long least, long most) {
        String text = parameters.first(name);
        if (text == null) {
            return OptionalLong.empty();
        }
        try {
            long value = WHOLE.matcher(text).matches() ? Long.parseLong(text) : notANumber();
            return value < least || value > most
                    ? wrong(name, "must be between " + least + " and " + most, OptionalLong.empty())
                    : OptionalLong.of(value);
        } catch (NumberFormatException e) {
            return wrong(name, "must be a whole number", OptionalLong.empty());
        }
    }

    private static long notANumber() {
        throw new NumberFormatException();
    }

    private List<String> words(String name) {
        String text = parameters.first(name);
        if (text == null) {
            return List.of();
        }
        List<String> words = Arrays.stream(text.strip().split("\\s+"))
                .filter(w -> !w.isEmpty())
                .toList();
        return words.size() > MOST_WORDS ? wrong(name, "must have at most " + MOST_WORDS + " words", List.of()) : words;
    }

    private <E extends Enum<E>> Optional<E> word(String name, Class<E> type) {
        String text = parameters.first(name);
        if (text == null) {
            return Optional.empty();
        }
        Optional<E> found = Stream.of(type.getEnumConstants())
                .filter(c -> c.name().equals(text))
                .findFirst();
        return found.isPresent() ? found : wrong(name, FieldReader.oneOf(type), Optional.empty());
    }

    private Optional<Boolean> flag(String name) {
        String text = parameters.first(name);
        if (text == null) {
            return Optional.empty();
        }
        return switch (text) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> wrong(name, "must be true or false", Optional.empty());
        };
    }

    private List<Map.Entry<String, String>> attributes(String name) {
        List<Map.Entry<String, String>> attributes = new ArrayList<>();
        for (String text : parameters.all(name)) {
            int colon = text.indexOf(':');
            if (colon < 1) {
                return wrong(name, "must be key:value", List.of());
            }
            attributes.add(Map.entry(text.substring(0, colon), text.substring(colon + 1)));
        }
        return attributes;
    }

    private VehicleSort sort(String name) {
        String text = parameters.first(name);
        if (text == null) {
            return VehicleSort.NEWEST;
        }
        for (VehicleSort sort : VehicleSort.values()) {
            if (sort.word().equals(text)) {
                return sort;
            }
        }
        return wrong(name, "must be one of newest, price, -price", VehicleSort.NEWEST);
    }

    private <T> T wrong(String name, String reason, T instead) {
        errors.add(new FieldError(name, reason));
        return instead;
    }
}
