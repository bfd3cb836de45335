package com.rentwave.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every page: axe finds nothing serious on it, nothing fails inside it, it fits, and how it is served. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class EveryPage {

    private Chromium chromium;
    private Site site;

    final void visit(Site running) {
        site = running;
    }

    @BeforeAll
    void startChromium() {
        chromium = Chromium.start();
    }

    @AfterAll
    void stopChromium() {
        if (chromium != null) {
            chromium.close();
        }
    }

    /** Each width and each colour scheme; in a soak both together as well. */
    private static List<Device> devices() {
        return Boolean.getBoolean("rentwave.soak")
                ? List.of(Device.values())
                : List.of(Device.DESKTOP, Device.DARK_PHONE);
    }

    @ParameterizedTest
    @MethodSource("devices")
    void isUsableByEverybody(Device device) {
        Today.withTimeLeft();
        List<String> findings = new ArrayList<>();
        try (Visitor visitor = new Visitor(chromium, site, device);
                Visitor other = new Visitor(chromium, site, device)) {
            visitor.register("Alma");
            other.register("Bruno");
            for (Map.Entry<String, String> named : addresses(visitor, other).entrySet()) {
                visitor.open(named.getValue());
                settled(visitor.page());
                visitor.shoot(named.getKey() + '-' + device.text());
                Audit.serious(visitor.page()).forEach(finding -> findings.add(named.getKey() + ": " + finding));
                if ((boolean) visitor.page().evaluate("document.documentElement.scrollWidth > innerWidth")) {
                    findings.add(named.getKey() + " is wider than the screen");
                }
            }
            visitor.profile().clearCookies();
            visitor.page().evaluate("localStorage.clear()");
            for (String name : List.of("login", "register")) {
                visitor.open('/' + name);
                settled(visitor.page());
                visitor.shoot(name + '-' + device.text());
                Audit.serious(visitor.page()).forEach(finding -> findings.add(name + ": " + finding));
            }
            findings.addAll(visitor.troubles());
        }

        assertThat(findings).isEmpty();
    }

    @Test
    void anUnknownAddressIsAPageThatSaysSo() {
        try (Visitor visitor = new Visitor(chromium, site, Device.DESKTOP)) {
            int status = visitor.page().navigate("/no/such/page").status();

            assertThat(status).isEqualTo(404);
            visitor.seesHeading("Page not found");
        }
    }

    @Test
    void pagesAreAskedForEachTimeAndTheirFilesAreKeptForEver() {
        try (Visitor visitor = new Visitor(chromium, site, Device.DESKTOP)) {
            APIResponse page = visitor.page().request().get("/");
            String file = page.text().replaceFirst("(?s).*src=\"(/assets/~[0-9a-f]+/app.js)\".*", "$1");
            APIResponse asked = visitor.page().request().get(file);
            APIResponse again = visitor.page()
                    .request()
                    .get(
                            "/",
                            RequestOptions.create()
                                    .setHeader("If-None-Match", page.headers().get("etag")));

            assertThat(page.headers().get("cache-control")).isEqualTo("no-cache");
            assertThat(page.headers().get("content-security-policy"))
                    .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                    .doesNotContain("unsafe");
            assertThat(asked.headers().get("cache-control")).contains("immutable");
            assertThat(again.status()).isEqualTo(304);
        }
    }

    /** Where a browser offers no Web Crypto the pages compute the digest themselves; both must agree. */
    @Test
    void bothWaysToDigestAPasswordAgree() {
        try (Visitor visitor = new Visitor(chromium, site, Device.DESKTOP)) {
            visitor.open("/");
            Object differences = visitor.page().evaluate("""
                    async () => {
                      const app = document.querySelector('script[type=module]').src;
                      const { sha256, digest } = await import(new URL('core/sha256.js', app));
                      const hex = (bytes) => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
                      const texts = ['', 'abc', 'pässwörd 🔑', 'a'.repeat(55), 'b'.repeat(56), 'c'.repeat(64), 'd'.repeat(1000)];
                      const wrong = [];
                      for (const text of texts) {
                        if (await sha256(text) !== hex(digest(new TextEncoder().encode(text)))) wrong.push(text);
                      }
                      return wrong;
                    }""");

            assertThat((List<?>) differences).isEmpty();
        }
    }

    /** Every page with something on it. */
    private static Map<String, String> addresses(Visitor visitor, Visitor other) {
        long vehicle = visitor.offersVan("Transit");
        long room = visitor.api("POST", "/rooms", Things.room("Room by the river"))
                .get("id")
                .getAsLong();
        String isbn = Things.isbn();
        visitor.api("POST", "/books", Map.of("isbn", isbn, "title", "A book", "authors", List.of("Ada Writer")));
        Map<String, Object> advert = Things.terms(150, 50);
        advert.putAll(Map.of("condition", "GOOD", "note", "Some pencil marks.", "place", "Lisbon"));
        long copy = visitor.api("POST", "/books/" + isbn + "/adverts", advert)
                .get("id")
                .getAsLong();
        long wanted = other.offersVan("Transporter");
        visitor.has(5_000);
        long rental = visitor.rents(wanted, Today.plus(0), Today.plus(1));
        visitor.has(25_000);
        visitor.api("POST", "/searches", Map.of("q", "van"));
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("home", "/");
        pages.put("search", "/search");
        pages.put("search-vehicles", "/search?type=vehicle");
        pages.put("search-nothing", "/search?q=zzzzqqqq");
        pages.put("vehicle", "/vehicles/" + vehicle);
        pages.put("vehicle-chosen", "/vehicles/" + wanted + "?from=" + Today.plus(3) + "&to=" + Today.plus(5));
        pages.put("room", "/rooms/" + room);
        pages.put("book", "/books/" + isbn);
        pages.put("book-advert", "/books/" + isbn + "/adverts/" + copy);
        pages.put("user", "/users/" + visitor.id());
        pages.put("rentals", "/rentals");
        pages.put("rental", "/rentals/" + rental);
        pages.put("adverts", "/adverts");
        pages.put("new-advert", "/adverts/new");
        pages.put("new-vehicle", "/vehicles/new");
        pages.put("edit-vehicle", "/vehicles/" + vehicle + "/edit");
        pages.put("edit-room", "/rooms/" + room + "/edit");
        pages.put("new-book", "/books/new");
        pages.put("edit-book-advert", "/books/" + isbn + "/adverts/" + copy + "/edit");
        pages.put("wallet", "/wallet");
        pages.put("no-notifications", "/notifications");
        pages.put("followed", "/searches");
        pages.put("profile", "/profile");
        pages.put("not-found", "/nothing/here");
        return pages;
    }

    /** Nothing is loading any more. */
    private static void settled(Page page) {
        assertThat(page.locator("main h1")).not().hasCount(0);
        assertThat(page.locator("[aria-busy=true]")).hasCount(0);
    }
}
