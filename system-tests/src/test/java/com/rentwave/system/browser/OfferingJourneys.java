package com.rentwave.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Advertising vehicles, books and rooms, and changing what is advertised. */
interface OfferingJourneys extends Visits {

    @Test
    default void aRoomAndABookAreAdvertisedAndRented() {
        Visitor owner = visitor(Device.DESKTOP).register("Ruth");
        String title = Things.name("Novel");
        owner.open("/books/new");
        owner.page().getByLabel("ISBN").fill(Things.isbn());
        owner.button("Look it up").click();
        owner.page().getByLabel("Title").fill(title);
        owner.page().getByLabel("Authors").fill("Ada Writer");
        owner.button("Add the book and go on").click();
        owner.page().getByLabel("Where it can be collected").fill("Lisbon");
        new VehicleForm(owner.page()).terms("1.50", "0.50").press("Put it online");
        owner.seesHeading(title);
        String book = owner.page().url();
        String room = owner.api("POST", "/rooms", Things.room(Things.name("Room")))
                .get("id")
                .getAsString();
        owner.api("PUT", "/rooms/" + room + "/availability", Map.of("available", false));
        owner.api("PUT", "/rooms/" + room + "/availability", Map.of("available", true));

        Visitor renter = visitor(Device.DESKTOP).register("Rolf");
        renter.has(50_000);
        for (String path : List.of(book, "/rooms/" + room)) {
            renter.open(path);
            RentPanel panel = new RentPanel(renter.page());
            panel.choose(Today.plus(2), Today.plus(4));
            panel.button("Rent for").click();
            assertThat(renter.page().locator("main")).containsText("Booked");
        }
        renter.open("/rentals");
        assertThat(renter.page().locator(".rental")).hasCount(2);
    }

    @Test
    default void anAdvertThatWasChangedElsewhereIsComparedAndNothingIsLost() {
        Visitor owner = visitor(Device.DESKTOP).register("Edda");
        String model = Things.name("Edited");
        long id = owner.offersVan(model);
        owner.open("/vehicles/" + id + "/edit");
        VehicleForm form = new VehicleForm(owner.page());
        form.field("Seats").fill("2");
        raiseVersion(owner, id);

        form.press("Save");
        Locator clash = owner.page().locator(".conflict");
        assertThat(clash).containsText("changed elsewhere in the meantime");
        assertThat(clash).containsText("seats");
        assertThat(form.field("Seats")).hasValue("2");
        owner.shoot("edit-conflict");
        form.press("Save my version");

        owner.seesHeading("Ford " + model);
        assertThat(owner.page().locator(".facts").first()).containsText("Seats2");
    }

    @Test
    default void anAdvertThatIsPausedCannotBeRentedUntilItsOwnerResumesIt() {
        Visitor owner = visitor(Device.DESKTOP).register("Paula");
        String model = Things.name("Pause");
        long id = owner.offersVan(model);
        owner.open("/adverts");

        owner.button("Pause Ford " + model).click();
        assertThat(owner.button("Resume Ford " + model)).isVisible();
        Visitor visitor = visitor(Device.DESKTOP).open("/vehicles/" + id);
        assertThat(visitor.page().locator("#rent")).containsText("does not rent this out");

        owner.button("Resume Ford " + model).click();
        assertThat(owner.button("Pause Ford " + model)).isVisible();
    }

    private static void raiseVersion(Visitor owner, long id) {
        owner.api("PUT", "/vehicles/" + id + "/availability", Map.of("available", true));
    }
}
