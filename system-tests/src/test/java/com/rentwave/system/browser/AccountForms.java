package com.rentwave.system.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByLabelOptions;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;

/** Signing in and registering. */
record AccountForms(Page page) {

    private static final GetByLabelOptions EXACT = new GetByLabelOptions().setExact(true);

    void register(String name, String email, String password) {
        page.getByLabel("Your name", EXACT).fill(name);
        page.getByLabel("E-mail", EXACT).fill(email);
        page.getByLabel("Password", EXACT).fill(password);
        press("Create account");
    }

    void signIn(String email, String password) {
        page.getByLabel("E-mail", EXACT).fill(email);
        page.getByLabel("Password", EXACT).fill(password);
        page.locator("main").getByRole(AriaRole.BUTTON).click();
    }

    /** In the dialog that appears over a page when the session has ended. */
    void signInAgain(String password) {
        page.getByRole(AriaRole.DIALOG).getByLabel("Password").fill(password);
        press("Sign in and go on");
    }

    private void press(String button) {
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(button).setExact(true))
                .click();
    }
}
