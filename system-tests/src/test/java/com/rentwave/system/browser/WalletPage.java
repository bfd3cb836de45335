package com.rentwave.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;

/** The wallet: what is in it, and what came and went. */
record WalletPage(Page page) {

    static WalletPage openedBy(Visitor visitor) {
        return new WalletPage(visitor.open("/wallet").page());
    }

    /** Returns when the history tells of it. */
    void topUp(String amount) {
        page.getByLabel("Amount").fill(amount);
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Top up").setExact(true))
                .click();
        assertThat(history().locator("tr")).not().hasCount(0);
    }

    Locator balance() {
        return page.locator(".balance");
    }

    Locator history() {
        return page.locator("tbody");
    }
}
