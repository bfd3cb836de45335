package com.rentwave.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.RequestOptions;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Somebody with a browser of their own. What goes wrong inside the pages is remembered for the end of the test. */
final class Visitor implements AutoCloseable {

    static final String PASSWORD = "correct horse";

    private final BrowserContext profile;
    private final Page page;
    private final List<String> troubles = new ArrayList<>();
    private String email;
    private long id;

    Visitor(Chromium chromium, Site site, Device device) {
        profile = chromium.profile(device.options().setBaseURL(site.pages().toString()));
        page = profile.newPage();
        page.onPageError(error -> troubles.add("error: " + error));
        page.onConsoleMessage(message -> {
            boolean answer = message.text().startsWith("Failed to load resource");
            if (message.type().equals("error") && !answer) {
                troubles.add("console: " + message.text());
            }
        });
    }

    Page page() {
        return page;
    }

    BrowserContext profile() {
        return profile;
    }

    String email() {
        return email;
    }

    long id() {
        return id;
    }

    List<String> troubles() {
        return troubles;
    }

    Visitor open(String path) {
        page.navigate(path);
        return this;
    }

    /** Registers with a new address and is signed in then. */
    Visitor register(String name) {
        email = name.toLowerCase(java.util.Locale.ROOT) + '-'
                + UUID.randomUUID().toString().substring(0, 8) + "@example.org";
        open("/register");
        new AccountForms(page).register(name, email, PASSWORD);
        seesAccountOf(name);
        id = api("GET", "/users/me", null).get("id").getAsLong();
        return this;
    }

    void signIn(String address, String password) {
        open("/login");
        email = address;
        new AccountForms(page).signIn(address, password);
    }

    void seesAccountOf(String name) {
        assertThat(page.getByLabel("Account of " + name)).isVisible();
    }

    void seesHeading(String text) {
        assertThat(page.getByRole(
                        AriaRole.HEADING, new GetByRoleOptions().setName(text).setLevel(1)))
                .isVisible();
    }

    /** Something is said without taking the focus: a short message that screen readers speak. */
    void hears(String text) {
        assertThat(page.locator("#polite")).containsText(text);
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new GetByRoleOptions().setName(name).setExact(true));
    }

    Locator link(String name) {
        return page.getByRole(
                AriaRole.LINK, new GetByRoleOptions().setName(name).setExact(true));
    }

    /** Prepares, by the API with this visitor's session, what a journey is not about. */
    JsonObject api(String method, String path, Object body) {
        RequestOptions options = RequestOptions.create().setMethod(method);
        if (body != null) {
            options.setData(body);
        }
        APIResponse answer = page.request().fetch("/api" + path, options);
        if (!answer.ok()) {
            throw new IllegalStateException(method + ' ' + path + ": " + answer.status() + ' ' + answer.text());
        }
        String text = answer.text();
        return text.isEmpty() ? new JsonObject() : JsonParser.parseString(text).getAsJsonObject();
    }

    void has(long cents) {
        api("POST", "/wallet/top-ups", Map.of("amount", cents, "currency", "EUR"));
    }

    /** The id of the van. */
    long offersVan(String model) {
        return api("POST", "/vehicles", Things.van(model)).get("id").getAsLong();
    }

    /** As people do it: looked at first, so that whoever decides waits for what was seen. @return the rental's id */
    long rents(long vehicle, LocalDate from, LocalDate to) {
        api("GET", "/vehicles/" + vehicle, null);
        JsonObject rental = api(
                "POST",
                "/rentals",
                Map.of("item", Map.of("type", "vehicle", "id", vehicle), "from", from.toString(), "to", to.toString()));
        return rental.get("id").getAsLong();
    }

    void shoot(String name) {
        page.screenshot(new ScreenshotOptions()
                .setPath(Path.of("target", "screenshots", name + ".png"))
                .setFullPage(true));
    }

    @Override
    public void close() {
        profile.close();
    }
}
