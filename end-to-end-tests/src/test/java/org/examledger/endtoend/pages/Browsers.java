package org.examledger.endtoend.pages;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One real browser for all tests; each test has profiles of its own in it. It is the Chromium of this machine, and Node.js
 * drives it: nothing is downloaded. Without them tests of pages are skipped, and say so.
 */
public final class Browsers implements ParameterResolver {
    private static final ExtensionContext.Namespace HERE = ExtensionContext.Namespace.create(Browsers.class);

    /** A test machine is root often, has no display, and lets nothing out. */
    static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Browser.class;
    }

    @Override
    public Browser resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(HERE)
                .computeIfAbsent(Running.class, key -> new Running(), Running.class)
                .browser;
    }

    static Path chromium() {
        return program("chromium", "chromium-browser", "google-chrome");
    }

    static Playwright playwright() {
        return Playwright.create(new Playwright.CreateOptions()
                .setEnv(Map.of(
                        "PLAYWRIGHT_NODEJS_PATH",
                        program("node").toString(),
                        "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD",
                        "1")));
    }

    private static Path program(String... names) {
        var found = Stream.of(names)
                .flatMap(name -> Stream.of(System.getenv("PATH").split(":")).map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
        skipWithout(found, names[0]);
        return found.orElseThrow();
    }

    private static void skipWithout(Optional<Path> program, String name) {
        if (program.isEmpty()) {
            var what = "SKIPPED: tests of pages need " + name + "; install the packages chromium and nodejs";
            System.err.println(what);
            Assumptions.abort(what);
        }
    }

    private static final class Running implements AutoCloseable {
        private final Playwright playwright = playwright();
        private final Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium())
                        .setArgs(ARGUMENTS));

        Running() {
            // A busy machine may need longer than the five seconds that are the default.
            PlaywrightAssertions.setDefaultAssertionTimeout(20_000);
        }

        /** JUnit closes it when the last test is over. */
        @Override
        public void close() {
            browser.close();
            playwright.close();
        }
    }
}
