package com.rentwave.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

/** What is paid, charged and paid back, and where that is seen. */
interface PaymentJourneys extends Visits {

    @Test
    default void aTopUpIsInTheWalletAndItsHistory() {
        Visitor visitor = visitor(Device.DESKTOP).register("Tara");

        WalletPage.openedBy(visitor).topUp("25,50");

        visitor.hears("€25.50 added");
        assertThat(visitor.page().locator(".balance")).hasText("€25.50");
        assertThat(visitor.page().locator("tbody tr")).hasCount(1);
        assertThat(visitor.page().locator("tbody")).containsText("+€25.50");
    }

    @Test
    default void aThingThatComesBackLateCostsItsLateFeeForEachDay() {
        Visitor owner = visitor(Device.DESKTOP).register("Otto");
        Visitor renter = visitor(Device.DESKTOP).register("Rita");
        renter.has(10_000);
        long rental = renter.rents(owner.offersVan(Things.name("Late")), Today.plus(0), Today.plus(1));
        renter.open("/rentals/" + rental);
        try {
            site().daysPass(3);

            assertThat(renter.page().locator("main")).containsText("2 days late; €30.00 in late fees so far");
            renter.shoot("rental-late");
            renter.page().locator("main").getByRole(AriaRole.BUTTON).click();
            renter.button("Return it").click();
            assertThat(renter.page().locator("main")).containsText("Returned late");
        } finally {
            site().daysPass(0);
        }
        assertThat(WalletPage.openedBy(renter).balance()).hasText("€20.00");
        assertThat(renter.page().getByText("Late fee")).hasCount(2);
    }

    @Test
    default void aRentalIsCancelledBeforeItBeginsAndPaidBackInFull() {
        Visitor owner = visitor(Device.DESKTOP).register("Clara");
        Visitor renter = visitor(Device.DESKTOP).register("Cem");
        renter.has(10_000);
        renter.rents(owner.offersVan(Things.name("Cancel")), Today.plus(5), Today.plus(6));
        renter.open("/rentals");

        renter.page().locator(".rental").getByRole(AriaRole.BUTTON).click();
        renter.button("Cancel the rental").click();

        assertThat(renter.page().locator(".rental")).containsText("Cancelled");
        assertThat(WalletPage.openedBy(renter).balance()).hasText("€100.00");
        assertThat(renter.page().locator("tbody")).containsText("Refund");
    }
}
