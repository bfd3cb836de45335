package com.rentwave.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Renting: the whole way, who gets the days, and how they are chosen. */
interface RentingJourneys extends Visits {

    @Test
    default void aThingIsAdvertisedFoundRentedAndReturnedAndItsOwnerIsToldWithoutReloading() {
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
        WalletPage.openedBy(renter).topUp("200");
        renter.open("/");
        renter.page().getByLabel("What are you looking for?").fill(model);
        renter.button("Search").click();
        renter.link("Volkswagen " + model).click();
        RentPanel panel = new RentPanel(renter.page());
        panel.choose(Today.plus(0), Today.plus(2));
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
        assertThat(WalletPage.openedBy(owner).balance()).hasText("€108.00");
    }

    @Test
    default void ofTwoBrowsersThatWantTheSameDaysOneGetsThemAndTheOtherIsOfferedTheNext() {
        Visitor owner = visitor(Device.DESKTOP).register("Odin");
        Visitor first = visitor(Device.DESKTOP).register("Fay");
        Visitor second = visitor(Device.DESKTOP).register("Sam");
        first.has(50_000);
        second.has(50_000);
        String path = "/vehicles/" + owner.offersVan(Things.name("Wanted"));
        RentPanel one = new RentPanel(first.open(path).page());
        RentPanel other = new RentPanel(second.open(path).page());
        one.choose(Today.plus(3), Today.plus(5));
        other.choose(Today.plus(4), Today.plus(6));
        assertThat(other.sum()).containsText("€100.00");

        one.rent();
        assertThat(first.page()).hasURL(Pattern.compile(".*/rentals/\\d+"));
        other.rent();

        assertThat(other.trouble()).containsText("just been rented by somebody else");
        assertThat(other.day(Today.plus(4))).hasAccessibleName(Pattern.compile(".*taken"));
        second.shoot("already-rented");
        other.trouble().getByRole(AriaRole.BUTTON).click();
        assertThat(other.sum()).containsText("€100.00");
        other.rent();
        assertThat(second.page()).hasURL(Pattern.compile(".*/rentals/\\d+"));
        assertThat(WalletPage.openedBy(second).balance()).hasText("€400.00");
    }

    @Test
    default void aStrangerRentsAVanWithoutHelpAndKeepsTheChosenDaysWhileRegistering() {
        Visitor owner = visitor(Device.DESKTOP).register("Vera");
        String model = Things.name("Stranger");
        owner.offersVan(model);
        Visitor stranger = visitor(Device.PHONE).open("/");

        stranger.link("Vans").click();
        stranger.link("Ford " + model).click();
        RentPanel panel = new RentPanel(stranger.page());
        panel.choose(Today.plus(7), Today.plus(9));
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
    default void aVanIsRentedByKeyboardAlone() {
        Visitor owner = visitor(Device.DESKTOP).register("Kim");
        Visitor renter = visitor(Device.DESKTOP).register("Kai");
        renter.has(50_000);
        renter.open("/vehicles/" + owner.offersVan(Things.name("Keys")));
        RentPanel panel = new RentPanel(renter.page());
        LocalDate from = Today.plus(8);
        assertThat(panel.day(Today.plus(0))).isVisible();

        tabTo(renter.page(), panel.day(Today.plus(0)));
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
