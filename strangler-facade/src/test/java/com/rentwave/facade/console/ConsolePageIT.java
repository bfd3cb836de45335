package com.rentwave.facade.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.rentwave.facade.route.Phase;
import com.rentwave.facade.route.Route;
import com.rentwave.facade.route.RouteStore;
import com.rentwave.facade.traffic.TrafficMeter;
import com.rentwave.sync.Side;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The console in a Chromium, against the whole facade. */
class ConsolePageIT {

    private static ConsoleFacade facade;
    private static ConsoleBrowser browser;
    private Page page;

    @BeforeAll
    static void start() throws Exception {
        browser = new ConsoleBrowser();
        facade = new ConsoleFacade("--rentwave.apis.rentals.uri=http://127.0.0.1:9");
        PlaywrightAssertions.setDefaultAssertionTimeout(60_000);
    }

    @AfterAll
    static void stop() throws Exception {
        if (browser != null) {
            browser.close();
        }
        if (facade != null) {
            facade.close();
        }
    }

    @AfterEach
    void leave() {
        page.context().close();
    }

    private void open(int width, int height, ColorScheme colours) {
        page = browser.page(width, height, colours);
        page.navigate(facade.console("/").toString());
    }

    private void signIn(String token) {
        page.getByLabel("Token").fill(token);
        page.getByLabel("Token").press("Enter");
    }

    private Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new GetByRoleOptions().setName(name).setExact(true));
    }

    private Locator here() {
        return page.locator(".ladder [aria-current=step]");
    }

    /** Orders by the keyboard alone: the button, when it takes orders again, the words, Enter. */
    private void order(String button, String words) {
        assertThat(button(button)).isEnabled();
        button(button).press("Enter");
        assertThat(page.getByRole(AriaRole.DIALOG)).isVisible();
        assertThat(page.locator("#confirm-yes")).isDisabled();
        page.keyboard().type(words);
        assertThat(page.locator("#confirm-yes")).isEnabled();
        page.keyboard().press("Enter");
    }

    private static void traffic() {
        TrafficMeter meter = facade.context.getBean(TrafficMeter.class);
        for (int i = 0; i < 400; i++) {
            Side side = i % 4 == 0 ? Side.SERVICE : Side.LEGACY;
            long took = Duration.ofMillis(side == Side.SERVICE ? 6 : 9).toNanos() + i * 20_000L;
            meter.answered("vehicles", side, i % 5 == 0, i % 100 == 0, took);
        }
    }

    @Test
    void tellsAWrongTokenAndLetsAViewerOnlyLook() {
        open(1280, 900, ColorScheme.LIGHT);
        signIn("nonsense");
        assertThat(page.locator("#sign-in-problem")).hasText("Wrong token.");
        ConsoleBrowser.shoot(page, "console-sign-in-light");
        List<String> findings = ConsoleBrowser.audit(page);

        signIn(ConsoleFacade.VIEWER);
        assertThat(page.locator("#role")).hasText("viewer");
        assertThat(here()).containsText("LEGACY");
        assertThat(page.getByText("You look as a viewer")).isVisible();
        assertThat(button("Roll back to LEGACY")).hasCount(0);
        assertThat(button("Advance to SYNCED")).hasCount(0);
        page.getByLabel("Phase", new Page.GetByLabelOptions().setExact(true)).selectOption("OWNED");
        button("Dry run").click();
        assertThat(page.getByText("Gates of READS → OWNED, as they answer now")).isVisible();
        page.reload();
        assertThat(here()).containsText("LEGACY");
        button("Sign out").click();
        assertThat(page.getByLabel("Token")).isVisible();
        page.reload();
        assertThat(page.getByLabel("Token")).isVisible();

        assertThat(findings).isEmpty();
        assertThat(browser.troubles()).isEmpty();
    }

    @Test
    void movesAnApiForthAndBackByTheKeyboardAndShowsIt() {
        open(1280, 900, ColorScheme.LIGHT);
        page.getByLabel("Your name").fill("Änne O'Neill");
        signIn(ConsoleFacade.OPERATOR);
        assertThat(page.locator("#role")).hasText("operator · Änne O'Neill");
        page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName(Pattern.compile("vehicles")))
                .press("Enter");
        assertThat(page.getByRole(
                        AriaRole.HEADING,
                        new GetByRoleOptions().setName("vehicles").setLevel(2)))
                .isVisible();
        assertThat(button("Advance to SYNCED")).isEnabled();
        button("Advance to SYNCED").press("Enter");
        assertThat(page.getByRole(AriaRole.DIALOG)).isVisible();
        page.keyboard().type("vehicles OWNED");
        assertThat(page.locator("#confirm-yes")).isDisabled();
        page.keyboard().press("Escape");
        assertThat(page.getByRole(AriaRole.DIALOG)).isHidden();
        assertThat(here()).containsText("LEGACY");

        order("Advance to SYNCED", "vehicles SYNCED");
        assertThat(here()).containsText("SYNCED");
        order("Advance to SHADOW", "vehicles SHADOW");
        assertThat(here()).containsText("SHADOW");
        order("Advance to CANARY", "vehicles CANARY");
        Locator moves = page.locator(".history tbody tr");
        assertThat(moves.first()).containsText("refused");
        assertThat(moves.first()).containsText("Änne O'Neill (operator, browser session)");
        assertThat(page.locator(".gates")).containsText("rentwave-web");
        traffic();
        assertThat(page.locator(".traffic .split")).isVisible();
        List<String> findings = looks();
        order("Roll back to LEGACY", "vehicles LEGACY");
        assertThat(here()).containsText("LEGACY");
        assertThat(moves.first()).containsText("SHADOW → LEGACY");
        moves.first()
                .locator("summary")
                .filter(new FilterOptions().setHasText("Steps"))
                .press("Enter");
        assertThat(moves.first().getByRole(AriaRole.TABLE).first()).isVisible();
        page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName(Pattern.compile("Contracts")))
                .click();
        assertThat(page.getByLabel("Contracts", new Page.GetByLabelOptions().setExact(true)))
                .containsText("rentwave-web");
        findings.addAll(ConsoleBrowser.audit(page));

        assertThat(findings).isEmpty();
        assertThat(browser.troubles()).isEmpty();
    }

    @Test
    void rampsACanaryByItselfAndStopsIt() {
        route(Phase.CANARY);
        open(1280, 900, ColorScheme.DARK);
        signIn(ConsoleFacade.OPERATOR);
        page.navigate(facade.console("/#/rentals").toString());
        page.getByLabel("Shares in %").fill("100, 5");
        order("Start ramp", "rentals ramp");
        assertThat(page.locator(".canary + .ramp-part .problem")).containsText("rising shares");

        page.getByLabel("Shares in %").fill("5, 25.5, 100");
        page.getByLabel("Minutes at each").fill("60");
        order("Start ramp", "rentals ramp");
        Locator ramp = page.locator(".ramp-state");
        assertThat(ramp).containsText(Pattern.compile("next 25\\.5 % in \\d+ min"));
        assertThat(here()).containsText("5 %");
        assertThat(button("Start ramp")).isHidden();
        page.reload();
        assertThat(ramp).containsText("next 25.5 %");
        List<String> findings = looks();
        button("Stop ramp").press("Enter");
        assertThat(ramp).containsText("The last ramp ended: stopped by an operator.");
        assertThat(button("Start ramp")).isVisible();
        assertThat(here()).containsText("5 %");
        route(Phase.LEGACY);

        assertThat(findings).isEmpty();
        assertThat(browser.troubles()).isEmpty();
    }

    private static void route(Phase phase) {
        RouteStore routes = facade.context.getBean(RouteStore.class);
        Route now = routes.load("rentals").orElseThrow();
        assertThat(routes.compareAndSet(now.inPhase(phase, 0))).isTrue();
    }

    /** The same page in every colour and size. */
    private List<String> looks() {
        List<String> findings = new ArrayList<>();
        for (ColorScheme colours : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(colours));
            for (int width : new int[] {1280, 390}) {
                page.setViewportSize(width, 900);
                String name = "console-" + page.title().split(" ")[0] + '-'
                        + colours.name().toLowerCase(java.util.Locale.ROOT) + '-' + width;
                ConsoleBrowser.shoot(page, name);
                ConsoleBrowser.audit(page).forEach(finding -> findings.add(name + ": " + finding));
            }
        }
        page.setViewportSize(1280, 900);
        return findings;
    }
}
