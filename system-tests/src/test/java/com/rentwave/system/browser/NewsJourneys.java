package com.rentwave.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What people are told while they look: searches they follow, the event log. */
interface NewsJourneys extends Visits {

    @Test
    default void aFollowedSearchTellsOfANewAdvertThatFits() {
        String word = Things.name("Follow").replace(" ", "");
        Visitor follower = visitor(Device.DESKTOP).register("Finn");
        follower.open("/search?type=vehicle&q=" + word);
        follower.button("Follow").click();
        follower.hears("We will tell you");
        follower.open("/searches");
        assertThat(follower.page().locator(".row").filter(new Locator.FilterOptions().setHasText(word)))
                .isVisible();
        follower.shoot("searches");

        visitor(Device.DESKTOP).register("Fred").offersVan(word);

        assertThat(follower.page().getByLabel("Notifications, 1 unread")).isVisible();
        follower.hears(word);
    }

    @Test
    default void administratorsSeeEventsArriveAndNobodyElseDoes() {
        Visitor administrator = visitor(Device.DESKTOP);
        administrator.signIn(
                site().administrator().email(), site().administrator().password());
        assertThat(administrator.page().getByLabel(Pattern.compile("Account of .*")))
                .isVisible();
        administrator.open("/events?type=vehicle.add");
        administrator.seesHeading("Event log");
        Visitor owner = visitor(Device.DESKTOP).register("Evan");

        long id = owner.offersVan(Things.name("Event"));

        assertThat(administrator.button("vehicle:" + id)).isVisible();
        administrator.shoot("events");
        owner.open("/events");
        assertThat(owner.page().getByRole(AriaRole.ALERT)).isVisible();
    }
}
