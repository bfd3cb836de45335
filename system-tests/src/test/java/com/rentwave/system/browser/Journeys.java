package com.rentwave.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.rentwave.platform.Platform;
import com.rentwave.system.events.EventLogAudit;
import com.rentwave.system.stack.Moves;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** What people do with RentWave, from their first visit to the last cent. The same wherever an API lives. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class Journeys {

    private final String vehicles;
    private final String rentals;
    private final List<Visitor> visitors = new ArrayList<>();
    private Chromium chromium;
    private Site site;
    private EventLogAudit events;

    /** @param vehicles the phase in which vehicles are; @param rentals the one of rentals */
    Journeys(String vehicles, String rentals) {
        this.vehicles = vehicles;
        this.rentals = rentals;
    }

    @BeforeAll
    void visit(Platform platform) throws IOException, InterruptedException {
        chromium = Chromium.start();
        Moves moves = new Moves(platform);
        moves.to("vehicles", vehicles);
        moves.to("rentals", rentals);
        site = Site.of(platform);
        events = new EventLogAudit(platform);
    }

    /** Other suites find rentals where they began. */
    @AfterAll
    void takeRentalsBack(Platform platform) throws IOException, InterruptedException {
        new Moves(platform).takeBack("rentals");
    }

    @AfterAll
    void stopChromium() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @AfterAll
    void everythingThatHappenedIsInTheEventLogOnceAndInOrder() {
        if (chromium != null) {
            events.everyEventIsThereOnceAndInOrder();
            events.everyTypeIsThere();
        }
    }

    /** What a page calls today is then what the test calls so, to its end. */
    @BeforeEach
    void leaveTheDayEnoughTime() {
        Today.withTimeLeft();
    }

    @AfterEach
    void nothingWentWrongInsideThePages() {
        List<String> troubles = visitors.stream()
                .flatMap(visitor -> visitor.troubles().stream())
                .toList();
        visitors.forEach(Visitor::close);
        visitors.clear();

        assertThat(troubles).isEmpty();
    }

    @Test
    void aThingIsAdvertisedFoundRentedAndReturnedAndItsOwnerIsToldWithoutReloading() {
        String model = Things.name("Transporter");
        Visitor owner = visitor(Device.DESKTOP).register("Olga");
        owner.open("/adverts");
        owner.link("New advert").first().click();
        owner.link("A vehicle").click();
        new VehicleForm(owner.page())
                .van("Volkswagen", model)
                .terms("54.00", "20")
                .press("Put it online");
        owner.seesHeading("Volkswagen " + model);
        owner.open("/rentals?role=owner");

        Visitor renter = visitor(Device.DESKTOP).register("Rosa");
        topUp(renter, "200");
        renter.open("/");
        renter.page().getByLabel("What are you looking for?").fill(model);
        renter.button("Search").click();
        renter.link("Volkswagen " + model).click();
        RentPanel panel = new RentPanel(renter.page());
        panel.choose(today(), today().plusDays(2));
        assertThat(panel.sum()).containsText("€108.00");
        panel.button("Rent for €108.00").click();
        renter.seesHeading("Volkswagen " + model);
        assertThat(renter.page().locator("main")).containsText("Running");

        assertThat(owner.page().getByLabel("Notifications, 1 unread")).isVisible();
        assertThat(owner.page().locator(".rows")).containsText(model);
        owner.page().getByLabel("Notifications, 1 unread").click();
        assertThat(owner.page().locator(".note.unread")).containsText(model);
        owner.shoot("notifications");

        renter.button("Return Volkswagen " + model).click();
        renter.button("Return it").click();
        assertThat(renter.page().locator("main")).containsText("Returned");
        assertThat(owner.page().locator(".note")).hasCount(2);
        owner.open("/wallet");
        assertThat(owner.page().locator(".balance")).hasText("€108.00");
    }

    @Test
    void aThingThatComesBackLateCostsItsLateFeeForEachDay() {
        Visitor owner = visitor(Device.DESKTOP).register("Otto");
        Visitor renter = visitor(Device.DESKTOP).register("Rita");
        renter.has(10_000);
        long rental = rent(renter, van(owner, Things.name("Late")), today(), today().plusDays(1));
        renter.open("/rentals/" + rental);
        try {
            site.daysPass(3);

            assertThat(renter.page().locator("main")).containsText("2 days late; €30.00 in late fees so far");
            renter.shoot("rental-late");
            renter.page().locator("main").getByRole(AriaRole.BUTTON).click();
            renter.button("Return it").click();
            assertThat(renter.page().locator("main")).containsText("Returned late");
        } finally {
            site.daysPass(0);
        }
        renter.open("/wallet");
        assertThat(renter.page().locator(".balance")).hasText("€20.00");
        assertThat(renter.page().getByText("Late fee")).hasCount(2);
    }

    @Test
    void ofTwoBrowsersThatWantTheSameDaysOneGetsThemAndTheOtherIsOfferedTheNext() {
        Visitor owner = visitor(Device.DESKTOP).register("Odin");
        Visitor first = visitor(Device.DESKTOP).register("Fay");
        Visitor second = visitor(Device.DESKTOP).register("Sam");
        first.has(50_000);
        second.has(50_000);
        String path = "/vehicles/" + van(owner, Things.name("Wanted"));
        RentPanel one = new RentPanel(first.open(path).page());
        RentPanel other = new RentPanel(second.open(path).page());
        one.choose(today().plusDays(3), today().plusDays(5));
        other.choose(today().plusDays(4), today().plusDays(6));
        assertThat(other.sum()).containsText("€100.00");

        one.rent();
        assertThat(first.page()).hasURL(Pattern.compile(".*/rentals/\\d+"));
        other.rent();

        assertThat(other.trouble()).containsText("just been rented by somebody else");
        assertThat(other.day(today().plusDays(4))).hasAccessibleName(Pattern.compile(".*taken"));
        second.shoot("already-rented");
        other.trouble().getByRole(AriaRole.BUTTON).click();
        assertThat(other.sum()).containsText("€100.00");
        other.rent();
        assertThat(second.page()).hasURL(Pattern.compile(".*/rentals/\\d+"));
        second.open("/wallet");
        assertThat(second.page().locator(".balance")).hasText("€400.00");
    }

    @Test
    void aWrongPasswordIsToldAndTheRightOneStillWorks() {
        Visitor known = visitor(Device.DESKTOP).register("Wanda");
        Visitor visitor = visitor(Device.DESKTOP);

        visitor.signIn(known.email(), "not the password");
        assertThat(visitor.page().getByRole(AriaRole.ALERT)).hasText("E-mail or password is wrong.");
        assertThat(visitor.page().getByRole(AriaRole.ALERT)).isFocused();
        visitor.shoot("wrong-password");

        new AccountForms(visitor.page()).signIn(known.email(), Visitor.PASSWORD);
        visitor.seesAccountOf("Wanda");
    }

    @Test
    void aSessionThatEndsWhileSomebodyTypesLosesNothingTyped() {
        Visitor owner = visitor(Device.DESKTOP).register("Ella");
        owner.open("/vehicles/new");
        String model = Things.name("Kept");
        VehicleForm form = new VehicleForm(owner.page()).van("Renault", model).terms("39.50", "10");
        owner.profile().clearCookies();

        form.press("Put it online");
        assertThat(owner.page().getByRole(AriaRole.DIALOG)).containsText("What you typed is still here");
        owner.shoot("session-ended");
        new AccountForms(owner.page()).signInAgain(Visitor.PASSWORD);

        owner.seesHeading("Renault " + model);
    }

    @Test
    void aPageThatNeedsASignInLeadsThereAndBack() {
        Visitor known = visitor(Device.DESKTOP).register("Nora");
        Visitor visitor = visitor(Device.DESKTOP).open("/wallet");
        visitor.seesHeading("Sign in");

        new AccountForms(visitor.page()).signIn(known.email(), Visitor.PASSWORD);

        visitor.seesHeading("Wallet");
    }

    @Test
    void aStrangerRentsAVanWithoutHelpAndKeepsTheChosenDaysWhileRegistering() {
        Visitor owner = visitor(Device.DESKTOP).register("Vera");
        String model = Things.name("Stranger");
        van(owner, model);
        Visitor stranger = visitor(Device.PHONE).open("/");

        stranger.link("Vans").click();
        stranger.link("Ford " + model).click();
        RentPanel panel = new RentPanel(stranger.page());
        panel.choose(today().plusDays(7), today().plusDays(9));
        panel.button("Sign in and rent for €100.00").click();
        stranger.link("Create an account").click();
        new AccountForms(stranger.page())
                .register("Stella", Things.name("stella").replace(' ', '-') + "@example.org", Visitor.PASSWORD);
        assertThat(panel.sum()).containsText("€100.00");
        panel.button("Top up €100.00 and rent").click();

        assertThat(stranger.page().locator("main")).containsText("Booked");
        stranger.shoot("rental-phone");
    }

    @Test
    void aRentalIsCancelledBeforeItBeginsAndPaidBackInFull() {
        Visitor owner = visitor(Device.DESKTOP).register("Clara");
        Visitor renter = visitor(Device.DESKTOP).register("Cem");
        renter.has(10_000);
        rent(renter, van(owner, Things.name("Cancel")), today().plusDays(5), today().plusDays(6));
        renter.open("/rentals");

        renter.page().locator(".rental").getByRole(AriaRole.BUTTON).click();
        renter.button("Cancel the rental").click();

        assertThat(renter.page().locator(".rental")).containsText("Cancelled");
        renter.open("/wallet");
        assertThat(renter.page().locator(".balance")).hasText("€100.00");
        assertThat(renter.page().locator("tbody")).containsText("Refund");
    }

    @Test
    void aTopUpIsInTheWalletAndItsHistory() {
        Visitor visitor = visitor(Device.DESKTOP).register("Tara");

        topUp(visitor, "25,50");

        visitor.hears("€25.50 added");
        assertThat(visitor.page().locator(".balance")).hasText("€25.50");
        assertThat(visitor.page().locator("tbody tr")).hasCount(1);
        assertThat(visitor.page().locator("tbody")).containsText("+€25.50");
    }

    @Test
    void aVanIsRentedByKeyboardAlone() {
        Visitor owner = visitor(Device.DESKTOP).register("Kim");
        Visitor renter = visitor(Device.DESKTOP).register("Kai");
        renter.has(50_000);
        renter.open("/vehicles/" + van(owner, Things.name("Keys")));
        RentPanel panel = new RentPanel(renter.page());
        LocalDate from = today().plusDays(8);
        assertThat(panel.day(today())).isVisible();

        tabTo(renter.page(), panel.day(today()));
        press(renter.page(), "ArrowDown", panel.day(from.minusDays(1)));
        press(renter.page(), "ArrowRight", panel.day(from));
        press(renter.page(), "Enter", panel.day(from));
        assertThat(panel.day(from)).hasAccessibleName(Pattern.compile(".*collect"));
        press(renter.page(), "ArrowRight", panel.day(from.plusDays(1)));
        press(renter.page(), "ArrowRight", panel.day(from.plusDays(2)));
        press(renter.page(), "Enter", panel.day(from.plusDays(2)));
        assertThat(panel.day(from.plusDays(2))).hasAccessibleName(Pattern.compile(".*return"));
        assertThat(panel.sum()).containsText("2 days");
        tabTo(renter.page(), panel.button("Rent for €100.00"));
        renter.page().keyboard().press("Enter");

        assertThat(renter.page()).hasURL(Pattern.compile(".*/rentals/\\d+"));
    }

    @Test
    void theColoursFollowTheSystemAndThenTheChoice() {
        Visitor visitor = visitor(Device.DARK_DESKTOP).open("/");
        assertThat(visitor.page().locator("body")).hasCSS("background-color", "rgb(12, 24, 22)");

        visitor.button("Use light colours").click();
        assertThat(visitor.page().locator("body")).hasCSS("background-color", "rgb(243, 246, 244)");

        visitor.page().reload();
        assertThat(visitor.page().locator("body")).hasCSS("background-color", "rgb(243, 246, 244)");
    }

    @Test
    void filtersAreADrawerOnAPhoneAndStayInTheAddress() {
        Visitor visitor = visitor(Device.PHONE).open("/search?type=vehicle");

        visitor.page().locator(".filter-open").click();
        assertThat(visitor.button("Close the filters")).isFocused();
        visitor.page().getByLabel("Fuel").selectOption("ELECTRIC");
        visitor.button("Show results").click();

        assertThat(visitor.page()).hasURL(Pattern.compile(".*fuel=ELECTRIC.*"));
        assertThat(visitor.page().getByLabel("Fuel")).isHidden();
    }

    @Test
    void anAdvertThatWasChangedElsewhereIsComparedAndNothingIsLost() {
        Visitor owner = visitor(Device.DESKTOP).register("Edda");
        String model = Things.name("Edited");
        long id = van(owner, model);
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
    void anAdvertThatIsPausedCannotBeRentedUntilItsOwnerResumesIt() {
        Visitor owner = visitor(Device.DESKTOP).register("Paula");
        String model = Things.name("Pause");
        long id = van(owner, model);
        owner.open("/adverts");

        owner.button("Pause Ford " + model).click();
        assertThat(owner.button("Resume Ford " + model)).isVisible();
        Visitor visitor = visitor(Device.DESKTOP).open("/vehicles/" + id);
        assertThat(visitor.page().locator("#rent")).containsText("does not rent this out");

        owner.button("Resume Ford " + model).click();
        assertThat(owner.button("Pause Ford " + model)).isVisible();
    }

    @Test
    void aRoomAndABookAreAdvertisedAndRented() {
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
            panel.choose(today().plusDays(2), today().plusDays(4));
            panel.button("Rent for").click();
            assertThat(renter.page().locator("main")).containsText("Booked");
        }
        renter.open("/rentals");
        assertThat(renter.page().locator(".rental")).hasCount(2);
    }

    @Test
    void aFollowedSearchTellsOfANewAdvertThatFits() {
        String word = Things.name("Follow").replace(" ", "");
        Visitor follower = visitor(Device.DESKTOP).register("Finn");
        follower.open("/search?type=vehicle&q=" + word);
        follower.button("Follow").click();
        follower.hears("We will tell you");
        follower.open("/searches");
        assertThat(follower.page().locator(".row").filter(new Locator.FilterOptions().setHasText(word)))
                .isVisible();
        follower.shoot("searches");

        van(visitor(Device.DESKTOP).register("Fred"), word);

        assertThat(follower.page().getByLabel("Notifications, 1 unread")).isVisible();
        follower.hears(word);
    }

    @Test
    void administratorsSeeEventsArriveAndNobodyElseDoes() {
        Visitor administrator = visitor(Device.DESKTOP);
        administrator.signIn(site.administrator().email(), site.administrator().password());
        assertThat(administrator.page().getByLabel(Pattern.compile("Account of .*")))
                .isVisible();
        administrator.open("/events?type=vehicle.add");
        administrator.seesHeading("Event log");
        Visitor owner = visitor(Device.DESKTOP).register("Evan");

        long id = van(owner, Things.name("Event"));

        assertThat(administrator.button("vehicle:" + id)).isVisible();
        administrator.shoot("events");
        owner.open("/events");
        assertThat(owner.page().getByRole(AriaRole.ALERT)).isVisible();
    }

    @Test
    void aProfileIsEditedAndSeenByEverybody() {
        Visitor visitor = visitor(Device.DESKTOP).register("Pia");
        visitor.open("/profile");
        visitor.page().getByLabel("Place").fill("Lisbon");
        visitor.page().getByLabel("About you").fill("I repair what I rent out.");
        visitor.button("Save").click();
        visitor.hears("Your profile is saved.");

        visitor.link("See my page").click();

        visitor.seesHeading("Pia");
        assertThat(visitor.page().locator("main")).containsText("I repair what I rent out.");
    }

    @Test
    void signingOutForgetsWhoWasHere() {
        Visitor visitor = visitor(Device.DESKTOP).register("Zoe");

        visitor.page().getByLabel("Account of Zoe").click();
        visitor.button("Sign out").click();

        assertThat(visitor.link("Sign in")).isVisible();
        visitor.open("/wallet");
        visitor.seesHeading("Sign in");
    }

    @Test
    void goingBackToResultsShowsThemWhereTheyWereLeft() {
        Visitor owner = visitor(Device.DESKTOP).register("Bea");
        String word = Things.name("Back").replace(" ", "");
        for (int i = 0; i < 13; i++) {
            van(owner, word + " " + i);
        }
        Visitor visitor = visitor(Device.DESKTOP).open("/search?type=vehicle&q=" + word);
        visitor.link("Ford " + word + " 0").scrollIntoViewIfNeeded();
        double before = ((Number) visitor.page().evaluate("scrollY")).doubleValue();
        visitor.link("Ford " + word + " 0").click();
        visitor.seesHeading("Ford " + word + " 0");

        visitor.page().goBack();

        assertThat(visitor.link("Ford " + word + " 0")).isInViewport();
        visitor.page().waitForFunction("before => Math.abs(scrollY - before) < 2", before);
    }

    private Visitor visitor(Device device) {
        Visitor visitor = new Visitor(chromium, site, device);
        visitors.add(visitor);
        return visitor;
    }

    private static LocalDate today() {
        return Today.plus(0);
    }

    private static void topUp(Visitor visitor, String amount) {
        visitor.open("/wallet");
        visitor.page().getByLabel("Amount").fill(amount);
        visitor.button("Top up").click();
        assertThat(visitor.page().locator("tbody tr")).not().hasCount(0);
    }

    private static long van(Visitor owner, String model) {
        return owner.api("POST", "/vehicles", Things.van(model)).get("id").getAsLong();
    }

    private static void raiseVersion(Visitor owner, long id) {
        owner.api("PUT", "/vehicles/" + id + "/availability", Map.of("available", true));
    }

    /** As people do it: looked at first, so that whoever decides waits for what was seen. */
    static long rent(Visitor renter, long vehicle, LocalDate from, LocalDate to) {
        renter.api("GET", "/vehicles/" + vehicle, null);
        JsonObject rental = renter.api(
                "POST",
                "/rentals",
                Map.of("item", Map.of("type", "vehicle", "id", vehicle), "from", from.toString(), "to", to.toString()));
        return rental.get("id").getAsLong();
    }

    private static void press(Page page, String key, Locator expected) {
        page.keyboard().press(key);
        assertThat(expected).isFocused();
    }

    /** Presses the tab key until the element has the focus; a page has fewer places than that to be at. */
    private static void tabTo(Page page, Locator wanted) {
        for (int i = 0; i < 60; i++) {
            if ((boolean) wanted.evaluate("element => element === document.activeElement")) {
                return;
            }
            page.keyboard().press("Tab");
        }
        assertThat(wanted).isFocused();
    }
}
