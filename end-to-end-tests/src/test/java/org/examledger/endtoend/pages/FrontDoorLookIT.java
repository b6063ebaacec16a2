package org.examledger.endtoend.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import org.examledger.endtoend.client.LedgerClient;
import org.examledger.endtoend.service.SharedService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Everybody finds from the front door to the pages that are his, and whoever tries the service out to all of them. */
@ExtendWith({SharedService.class, Browsers.class})
class FrontDoorLookIT {
    private final LedgerClient client;
    private final Browser browser;

    FrontDoorLookIT(LedgerClient client, Browser browser) {
        this.client = client;
        this.browser = browser;
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void every_state_meets_wcag_and_fits_every_width(ColorScheme theme) {
        var looks = new Looks("front", theme);
        try (var profile = browser.newContext(
                new Browser.NewContextOptions().setLocale("en-GB").setColorScheme(theme))) {
            var page = opened(profile.newPage());
            var complaints = new ArrayList<String>();
            page.onPageError(complaints::add);
            assertThat(page.getByText("Just trying it out")).isVisible();
            looks.look(page, "sign-in");
            page.locator(".identities button").filter(named("hc")).click();
            assertThat(page.getByText("Write an exam")).isVisible();
            looks.look(page, "doors");
            assertThat(complaints).isEmpty();
        }
    }

    @Test
    void who_has_one_page_gets_one_clear_way_to_it() {
        try (var profile = browser.newContext(new Browser.NewContextOptions().setLocale("en-GB"))) {
            var page = opened(profile.newPage());
            page.locator(".identities button").filter(named("worker-1")).click();
            assertThat(page.locator(".doors a")).hasText("To my exams");

            page.locator(".doors a").click();

            assertThat(page.locator("my-exams h1")).isVisible();
            page.navigate(client.baseUrl().toString());
            page.getByText("Sign out").click();
            assertThat(page.getByText("Just trying it out")).isVisible();
        }
    }

    @Test
    void demo_users_are_offered_only_where_there_are_any() {
        try (var profile = browser.newContext(new Browser.NewContextOptions().setLocale("id-ID"))) {
            profile.route(
                    "**/api/v1/sign-in",
                    route -> route.fulfill(new Route.FulfillOptions()
                            .setContentType("application/json")
                            .setBody("{\"by\":\"issuer\"}")));
            var page = opened(profile.newPage());
            assertThat(page.getByText("Untuk pengembang")).isVisible();
            assertThat(page.locator("sign-in a")).isVisible();

            assertThat(page.locator(".demo")).hasCount(0);
            assertThat(page.locator("main").innerText()).doesNotContain("front.");
        }
    }

    private Page opened(Page page) {
        page.setDefaultTimeout(20_000);
        page.navigate(client.baseUrl().toString());
        return page;
    }

    private static Locator.FilterOptions named(String user) {
        return new Locator.FilterOptions().setHasText(user);
    }
}
