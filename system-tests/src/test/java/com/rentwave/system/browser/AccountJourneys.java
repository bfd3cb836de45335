package com.rentwave.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

/** Registering, signing in and out, and who one is to others. */
interface AccountJourneys extends Visits {

    @Test
    default void aWrongPasswordIsToldAndTheRightOneStillWorks() {
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
    default void aSessionThatEndsWhileSomebodyTypesLosesNothingTyped() {
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
    default void aPageThatNeedsASignInLeadsThereAndBack() {
        Visitor known = visitor(Device.DESKTOP).register("Nora");
        Visitor visitor = visitor(Device.DESKTOP).open("/wallet");
        visitor.seesHeading("Sign in");

        new AccountForms(visitor.page()).signIn(known.email(), Visitor.PASSWORD);

        visitor.seesHeading("Wallet");
    }

    @Test
    default void signingOutForgetsWhoWasHere() {
        Visitor visitor = visitor(Device.DESKTOP).register("Zoe");

        visitor.page().getByLabel("Account of Zoe").click();
        visitor.button("Sign out").click();

        assertThat(visitor.link("Sign in")).isVisible();
        visitor.open("/wallet");
        visitor.seesHeading("Sign in");
    }

    @Test
    default void aProfileIsEditedAndSeenByEverybody() {
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
}
