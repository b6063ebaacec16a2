package org.examledger.endtoend.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import org.examledger.endtoend.client.LedgerClient;
import org.examledger.endtoend.http.TinyExam;
import org.examledger.endtoend.service.ServiceProcess;
import org.examledger.endtoend.service.SharedService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The audit page finds out by itself, in a real browser, whether the log is what was signed. */
@ExtendWith({SharedService.class, Browsers.class})
class AuditProofIT {
    private final LedgerClient client;
    private final ServiceProcess service;
    private final BrowserContext profile;
    private PastSession past;

    AuditProofIT(LedgerClient client, ServiceProcess service, Browser browser) {
        this.client = client;
        this.service = service;
        this.profile = browser.newContext(new Browser.NewContextOptions().setLocale("en-GB"));
    }

    @BeforeEach
    void a_session_that_was_handed_in() {
        past = PastSession.handedIn(client);
    }

    @AfterEach
    void close() {
        profile.close();
    }

    private AuditorsPage opened() {
        return past.shownIn(AuditorsPage.signedIn(profile, service.baseUrl()));
    }

    @Test
    void this_browser_proves_the_session_and_remembers_what_it_saw_of_the_log() {
        var page = opened();
        seesProven(page);
        assertThat(page.fact(3)).hasAttribute("data-verdict", "proven");

        TinyExam.locked(client, 1);
        await().pollInSameThread().atMost(Duration.ofSeconds(30)).until(() -> {
            page.button("Check again").click();
            assertThat(page.page().locator("[data-witness]")).isVisible();
            return "grown".equals(page.page().locator("[data-witness]").getAttribute("data-witness"));
        });
        page.sees("Today’s log begins with exactly those rows");
        assertThat(page.complaints()).isEmpty();

        // Somebody gives this browser a log that begins otherwise than the one it saw.
        page.page().evaluate("""
                () => Object.keys(localStorage).filter((key) => key.includes('witness')).forEach((key) => {
                  const seen = JSON.parse(localStorage.getItem(key));
                  localStorage.setItem(key, JSON.stringify({ ...seen, size: 2 }));
                })""");
        page.button("Check again").click();
        assertThat(page.page().locator("[data-witness]")).hasAttribute("data-witness", "rewritten");
    }

    /** The log is signed each second here, so all of it is covered soon. */
    private void seesProven(AuditorsPage page) {
        await().pollInSameThread().atMost(Duration.ofSeconds(60)).until(() -> {
            assertThat(page.button("Check again")).isVisible();
            if (page.verdict().innerText().contains((past.last().sequence() + 1) + " facts are in the signed log")) {
                return true;
            }
            page.button("Check again").click();
            return false;
        });
        assertThat(page.verdict()).hasAttribute("data-verdict", "intact");
    }

    @Test
    void a_row_that_somebody_changed_in_the_database_is_named() throws IOException, SQLException {
        var page = opened();
        seesProven(page);
        var position = past.audited("events").get(4).get("position").asLong();

        try (var row = TamperedRow.at(position, "\"optionIds\":[3]", "\"optionIds\":[4]", service)) {
            page.button("Check again").click();
            assertThat(page.verdict()).hasAttribute("data-verdict", "broken");
            assertThat(page.verdict())
                    .containsText(
                            "Broken at position " + String.format("%,d", position) + " (fact 4). The row was changed");
            assertThat(page.fact(4)).hasAttribute("data-verdict", "broken");
            assertThat(page.fact(5)).hasAttribute("data-verdict", "proven");
        }

        page.button("Check again").click();
        assertThat(page.verdict()).hasAttribute("data-verdict", "intact");
    }

    @Test
    void a_service_that_shows_something_else_than_it_stored_is_found_out() {
        profile.route("**/timeline", route -> {
            var reply = route.fetch();
            route.fulfill(new Route.FulfillOptions()
                    .setResponse(reply)
                    .setBody(reply.text().replace("fire alarm", "no reason")));
        });
        var page = opened();

        assertThat(page.verdict()).hasAttribute("data-verdict", "broken");
        assertThat(page.verdict()).containsText("(fact 6). What this page shows is not what the row’s bytes say.");
    }

    @Test
    void the_whole_log_is_walked_when_the_auditor_asks_for_it() {
        var page = AuditorsPage.signedIn(profile, service.baseUrl());

        page.button("Walk over the whole log").click();

        assertThat(page.page().getByText("Last walked")).isVisible();
        assertThat(page.page().locator("log-proof .verdict")).hasAttribute("data-verdict", "intact");
        assertThat(page.complaints()).isEmpty();
    }
}
