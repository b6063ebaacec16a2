package org.examledger.endtoend.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import java.util.Map;
import java.util.UUID;
import org.examledger.endtoend.client.Call;
import org.examledger.endtoend.client.LedgerClient;
import org.examledger.endtoend.http.TinyExam;
import org.examledger.endtoend.service.SharedService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every state of the monitor can be read by everybody, in both themes; pictures of them are left under {@code target}. */
@ExtendWith({SharedService.class, Browsers.class})
class MonitorPageLookIT {
    private final LedgerClient client;
    private final Browser browser;

    MonitorPageLookIT(LedgerClient client, Browser browser) {
        this.client = client;
        this.browser = browser;
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void every_state_meets_wcag_and_fits_every_width(ColorScheme theme) {
        var exam = TinyExam.locked(client, 3);
        var epoch = exam.start().epoch();
        exam.session().answer(TinyExam.answer(epoch, 1, 11, 2)).successful();
        var looks = new Looks("monitor", theme);
        try (var profile = browser.newContext(
                new Browser.NewContextOptions().setLocale("en-GB").setColorScheme(theme))) {
            var hc = MonitorPage.in(profile, client.baseUrl()).open();
            hc.signIn("hc");
            hc.sees("Tiny exam");
            looks.look(hc.page(), "exams");
            hc.page().getByLabel("Day").fill("1999-01-01");
            hc.sees("No exam opens on this day");
            looks.look(hc.page(), "no-exams");

            hc.watch(exam).seesAnswered(exam.session(), 1);
            looks.look(hc.page(), "exam");
            hc.page().getByLabel("Search by name").fill("nobody at all");
            hc.sees("Nobody is like this.");
            looks.look(hc.page(), "nobody-found");
            hc.button("Show all").click();
            hc.choose(exam.session(), "Close the exam").because("power cut").press("Go on");
            hc.form().getByText("Really close this exam?").waitFor();
            looks.look(hc.page(), "confirm");
            profile.clearCookies();
            hc.press("Yes, close it");
            hc.sees("Your sign-in has expired.");
            looks.look(hc.page(), "sign-in-again");
            hc.signIn("hc");
            hc.seesStatus(exam.session(), "CLOSED");
            hc.rowOf(exam.session()).getByText("Actions").click();
            hc.sees("Reopen");
            looks.look(hc.page(), "worker");

            client.sendAs(
                            "hc",
                            Call.post(
                                            "/api/v1/exams/" + exam.examId() + "/close",
                                            Map.of("reason", "over", "scoring", "ZERO"))
                                    .withKey(UUID.randomUUID()))
                    .successful();
            hc.page().navigate(hc.page().url() + "&view=results");
            hc.page().locator("question-statistics tbody tr").first().waitFor();
            looks.look(hc.page(), "results");
            hc.page().route("**/monitor/stream*", Route::abort);
            hc.watch(exam).isFed("asking");
            hc.sees("This exam was closed for everybody.");
            looks.look(hc.page(), "closed");
            profile.setOffline(true);
            hc.isFed("away");
            looks.look(hc.page(), "away");
            profile.setOffline(false);
            hc.watch(UUID.randomUUID().toString()).sees("No such exam");
            looks.look(hc.page(), "unknown");
        }
        // Signing out would end every token of HC's, also those of other tests.
        try (var profile = browser.newContext(
                new Browser.NewContextOptions().setLocale("en-GB").setColorScheme(theme))) {
            var auditor = MonitorPage.in(profile, client.baseUrl()).open();
            auditor.signIn("auditor");
            auditor.sees("This page is not for you");
            looks.look(auditor.page(), "not-allowed");
        }
    }

    @Test
    void the_page_speaks_bahasa_indonesia_to_who_reads_it() {
        var exam = TinyExam.locked(client, 1);
        try (var profile = browser.newContext(new Browser.NewContextOptions().setLocale("id-ID"))) {
            var hc = MonitorPage.in(profile, client.baseUrl()).watch(exam);
            hc.page().locator("[name=username]").fill("hc");
            hc.page().locator("[name=password]").fill("demo");
            hc.page().locator("[name=password]").press("Enter");

            assertThat(hc.rowOf(exam.session())).containsText("Belum mulai");
            assertThat(hc.page().locator("main")).not().containsText("monitor.");
        }
    }
}
