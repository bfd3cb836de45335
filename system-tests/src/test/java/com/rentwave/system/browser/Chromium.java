package com.rentwave.system.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Playwright.CreateOptions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.opentest4j.TestAbortedException;

/**
 * One Chromium: the one that is installed, else the one that Playwright fetches. Every visitor gets a profile of their own.
 * Where there is none and none can be fetched, the tests are skipped and say so.
 */
final class Chromium implements AutoCloseable {

    private static final double PATIENCE = 60_000;
    private static final String NO_DOWNLOAD = "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD";

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    static Chromium start() {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
        Optional<Path> installed = installed();
        CreateOptions create = new CreateOptions();
        LaunchOptions launch = new LaunchOptions().setTimeout(2 * PATIENCE);
        installed.ifPresent(path -> {
            create.setEnv(Map.of(NO_DOWNLOAD, "1"));
            launch.setExecutablePath(path);
        });
        try {
            Playwright playwright = Playwright.create(create);
            return new Chromium(playwright, playwright.chromium().launch(launch));
        } catch (RuntimeException e) {
            if (installed.isPresent()) {
                throw e;
            }
            throw new TestAbortedException(
                    "No Chromium is installed and none could be fetched, so nothing is tested in a browser. Install one"
                            + " (Debian: apt-get install chromium), or name one in CHROME_BIN.",
                    e);
        }
    }

    BrowserContext profile(NewContextOptions options) {
        BrowserContext profile = browser.newContext(options);
        profile.setDefaultTimeout(PATIENCE);
        return profile;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }

    private static Optional<Path> installed() {
        return Stream.concat(
                        Stream.ofNullable(System.getenv("CHROME_BIN")),
                        Stream.of(
                                "/usr/bin/chromium",
                                "/usr/bin/chromium-browser",
                                "/usr/bin/google-chrome-stable",
                                "/usr/bin/google-chrome",
                                "/Applications/Chromium.app/Contents/MacOS/Chromium",
                                "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"))
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }
}
