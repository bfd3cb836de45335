package com.rentwave.system.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByLabelOptions;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;

/** The form in which a vehicle is advertised and edited. */
record VehicleForm(Page page) {

    Locator field(String label) {
        return page.getByLabel(label, new GetByLabelOptions().setExact(true));
    }

    VehicleForm van(String make, String model) {
        field("Make").fill(make);
        field("Model").fill(model);
        field("Year").fill("2019");
        field("Size").selectOption("VAN");
        field("Seats").fill("3");
        field("Boot in litres").fill("6700");
        field("Fuel").selectOption("DIESEL");
        return this;
    }

    VehicleForm terms(String pricePerDay, String lateFeePerDay) {
        field("Price a day").fill(pricePerDay);
        field("Late fee a day").fill(lateFeePerDay);
        return this;
    }

    void press(String button) {
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(button).setExact(true))
                .click();
    }
}
