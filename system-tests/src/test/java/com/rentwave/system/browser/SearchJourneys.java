package com.rentwave.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** Looking around: searching, filters, and the colours of it all. */
interface SearchJourneys extends Visits {

    @Test
    default void filtersAreADrawerOnAPhoneAndStayInTheAddress() {
        Visitor visitor = visitor(Device.PHONE).open("/search?type=vehicle");

        visitor.page().locator(".filter-open").click();
        assertThat(visitor.button("Close the filters")).isFocused();
        visitor.page().getByLabel("Fuel").selectOption("ELECTRIC");
        visitor.button("Show results").click();

        assertThat(visitor.page()).hasURL(Pattern.compile(".*fuel=ELECTRIC.*"));
        assertThat(visitor.page().getByLabel("Fuel")).isHidden();
    }

    @Test
    default void goingBackToResultsShowsThemWhereTheyWereLeft() {
        Visitor owner = visitor(Device.DESKTOP).register("Bea");
        String word = Things.name("Back").replace(" ", "");
        for (int i = 0; i < 13; i++) {
            owner.offersVan(word + " " + i);
        }
        Visitor visitor = visitor(Device.DESKTOP).open("/search?type=vehicle&q=" + word);
        visitor.link("Ford " + word + " 0").scrollIntoViewIfNeeded();
        double before = ((Number) visitor.page().evaluate("scrollY")).doubleValue();
        Assertions.assertThat(before).as("how far it is to the last result").isPositive();
        visitor.link("Ford " + word + " 0").click();
        visitor.seesHeading("Ford " + word + " 0");

        visitor.page().goBack();

        assertThat(visitor.link("Ford " + word + " 0")).isInViewport();
        visitor.page().waitForFunction("before => Math.abs(scrollY - before) < 2", before);
    }

    @Test
    default void theColoursFollowTheSystemAndThenTheChoice() {
        Visitor visitor = visitor(Device.DARK_DESKTOP).open("/");
        assertThat(visitor.page().locator("body")).hasCSS("background-color", "rgb(12, 24, 22)");

        visitor.button("Use light colours").click();
        assertThat(visitor.page().locator("body")).hasCSS("background-color", "rgb(243, 246, 244)");

        visitor.page().reload();
        assertThat(visitor.page().locator("body")).hasCSS("background-color", "rgb(243, 246, 244)");
    }
}
