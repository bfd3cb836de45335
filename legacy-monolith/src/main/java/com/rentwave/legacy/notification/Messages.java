package com.rentwave.legacy.notification;

import com.rentwave.legacy.outbox.ReceivedEvent;
import com.rentwave.legacy.search.Followers;
import com.rentwave.legacy.search.ItemType;
import com.rentwave.legacy.search.NewAdvert;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.List;

/** Who is to be told what, because of an event. */
@ApplicationScoped
class Messages {

    private final Followers followers;

    @Inject
    Messages(Followers followers) {
        this.followers = followers;
    }

    protected Messages() {
        this(null);
    }

    List<Message> of(ReceivedEvent event) {
        JsonObject data = event.data();
        String path = "/rentals/" + event.aggregateId();
        return switch (event.type()) {
            case "rent.start" -> List.of(toOwner(Kind.RENTED, data, path, rented(data)));
            case "rent.complete" ->
                List.of(toOwner(
                        Kind.RETURNED, data, path, "Your " + title(data) + " is back, and others can rent it again."));
            case "rent.cancel" -> List.of(toOwner(Kind.CANCELLED, data, path, cancelled(data)));
            case "rent.late" ->
                List.of(
                        toOwner(Kind.LATE, data, path, lateForOwner(data)),
                        new Message(number(data, "renterId"), Kind.LATE, lateForRenter(data), path));
            case "vehicle.add" ->
                newAdvert(ItemType.VEHICLE, event.aggregateId(), data, "/vehicles/" + event.aggregateId());
            case "room.add" -> newAdvert(ItemType.ROOM, event.aggregateId(), data, "/rooms/" + event.aggregateId());
            case "book.update" -> newBookAdvert(event.aggregateId(), data);
            default -> List.of();
        };
    }

    private static Message toOwner(Kind kind, JsonObject data, String path, String text) {
        return new Message(number(data, "ownerId"), kind, text, path);
    }

    private static String rented(JsonObject data) {
        return "Good news: your " + title(data) + " is rented " + period(data) + ". You earn " + money(data, "price")
                + '.';
    }

    private static String cancelled(JsonObject data) {
        return "The rental of your " + title(data) + ' ' + period(data) + " was cancelled, and " + money(data, "price")
                + " went back to the renter. Those days are free again.";
    }

    private static String lateForOwner(JsonObject data) {
        return "Your " + title(data) + " is " + days(data) + " late. You get a late fee of " + money(data, "fee")
                + " for " + Sentences.day(data.getString("day")) + '.';
    }

    private static String lateForRenter(JsonObject data) {
        return "Please bring back the " + title(data) + ": it is " + days(data) + " late. A late fee of "
                + money(data, "fee") + " was charged for " + Sentences.day(data.getString("day")) + '.';
    }

    private List<Message> newBookAdvert(String isbn, JsonObject data) {
        if (!"advert.add".equals(data.getString("change"))) {
            return List.of();
        }
        JsonObject advert = data.getJsonObject("advert");
        String id = Long.toString(number(advert, "id"));
        return newAdvert(ItemType.BOOK, id, advert, "/books/" + isbn + "/adverts/" + id);
    }

    private List<Message> newAdvert(ItemType type, String id, JsonObject advert, String path) {
        if (!advert.getBoolean("available")) {
            return List.of();
        }
        NewAdvert found = new NewAdvert(
                type,
                Long.parseLong(id),
                number(advert, "ownerId"),
                advert.getString("title"),
                number(advert, "pricePerDay"));
        return followers.matching(found).stream()
                .map(follow -> new Message(
                        follow.userId(),
                        Kind.NEW_ADVERT,
                        "New for your search “" + follow.q() + "”: " + found.title() + ", "
                                + money(advert, "pricePerDay") + " a day.",
                        path))
                .toList();
    }

    private static String title(JsonObject data) {
        return data.getJsonObject("item").getString("title");
    }

    private static String period(JsonObject data) {
        return Sentences.period(data.getString("from"), data.getString("to"));
    }

    private static String days(JsonObject data) {
        long days = number(data, "lateDays");
        return days == 1 ? "one day" : days + " days";
    }

    private static String money(JsonObject data, String name) {
        return Sentences.money(number(data, name), data.getString("currency"));
    }

    private static long number(JsonObject data, String name) {
        return data.getJsonNumber(name).longValueExact();
    }
}
