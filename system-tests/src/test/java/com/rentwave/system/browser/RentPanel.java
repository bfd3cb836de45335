package com.rentwave.system.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;

/** The panel beside a thing in which days are chosen and the thing is rented. */
record RentPanel(Page page) {

    void choose(LocalDate from, LocalDate to) {
        panel().getByLabel("Collect", new Locator.GetByLabelOptions().setExact(true))
                .fill(from.toString());
        panel().getByLabel("Return", new Locator.GetByLabelOptions().setExact(true))
                .fill(to.toString());
    }

    Locator day(LocalDate day) {
        return panel().locator("[data-day='" + day + "']");
    }

    Locator sum() {
        return panel().locator(".rent-sum");
    }

    Locator trouble() {
        return panel().getByRole(AriaRole.ALERT);
    }

    Locator button(String name) {
        return panel().getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name));
    }

    void rent() {
        panel().locator(".button.wide").click();
    }

    private Locator panel() {
        return page.locator("#rent");
    }
}
