package com.rentwave.facade.console;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Playwright.CreateOptions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.opentest4j.TestAbortedException;

/** A Chromium that looks at the console; where there is none the tests are skipped and say so. */
final class ConsoleBrowser implements AutoCloseable {

    private static final Set<String> BAD = Set.of("moderate", "serious", "critical");

    private final Playwright playwright;
    private final Browser browser;
    private final List<String> troubles = new ArrayList<>();

    ConsoleBrowser() {
        Optional<Path> installed = Stream.concat(
                        Stream.ofNullable(System.getenv("CHROME_BIN")),
                        Stream.of(
                                "/usr/bin/chromium",
                                "/usr/bin/chromium-browser",
                                "/usr/bin/google-chrome-stable",
                                "/usr/bin/google-chrome"))
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
        CreateOptions create = new CreateOptions();
        LaunchOptions launch = new LaunchOptions().setTimeout(120_000);
        installed.ifPresent(path -> {
            create.setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"));
            launch.setExecutablePath(path);
        });
        try {
            playwright = Playwright.create(create);
            browser = playwright.chromium().launch(launch);
        } catch (RuntimeException e) {
            if (installed.isPresent()) {
                throw e;
            }
            throw new TestAbortedException(
                    "No Chromium is installed and none could be fetched, so the console is not tested in a browser."
                            + " Install one (Debian: apt-get install chromium), or name one in CHROME_BIN.",
                    e);
        }
    }

    /** A page of a browser that nobody is signed in with. Motion is off, so that colours are judged when they have settled. */
    Page page(int width, int height, ColorScheme colours) {
        Page page = browser.newContext(new NewContextOptions()
                        .setViewportSize(width, height)
                        .setIsMobile(width < 500)
                        .setHasTouch(width < 500)
                        .setColorScheme(colours)
                        .setReducedMotion(ReducedMotion.REDUCE)
                        .setLocale("en-GB")
                        .setTimezoneId("UTC"))
                .newPage();
        page.onPageError(error -> troubles.add("error: " + error));
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
                troubles.add("console: " + message.text());
            }
        });
        return page;
    }

    /** What went wrong inside the pages so far. */
    List<String> troubles() {
        return troubles;
    }

    /** What axe finds on the page, and whether it is too wide. */
    static List<String> audit(Page page) {
        List<String> findings = new ArrayList<>();
        new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .filter(rule -> BAD.contains(rule.getImpact()))
                        .forEach(rule -> rule.getNodes()
                                .forEach(node -> findings.add(
                                        rule.getId() + ": " + node.getHtml() + ' ' + node.getFailureSummary())));
        if ((boolean) page.evaluate("document.documentElement.scrollWidth > innerWidth")) {
            findings.add("wider than the screen");
        }
        if ((boolean) page.evaluate("innerWidth < 500 && "
                + "[...document.querySelectorAll('.scroll')].some(one => one.scrollWidth > one.clientWidth)")) {
            findings.add("a table scrolls sideways on a phone");
        }
        return findings;
    }

    static void shoot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "screenshots", name + ".png"))
                .setFullPage(true));
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
