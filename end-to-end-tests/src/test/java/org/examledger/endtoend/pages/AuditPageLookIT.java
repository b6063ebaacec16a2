package org.examledger.endtoend.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.examledger.endtoend.http.TinyExam.answer;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.examledger.endtoend.client.Call;
import org.examledger.endtoend.client.ExtendTime;
import org.examledger.endtoend.client.LedgerClient;
import org.examledger.endtoend.client.Paths;
import org.examledger.endtoend.client.Receipt;
import org.examledger.endtoend.client.SubmitSession;
import org.examledger.endtoend.http.TinyExam;
import org.examledger.endtoend.service.SharedService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every state of the audit page can be read by everybody, in both themes; pictures of them are left under {@code target}. */
@ExtendWith({SharedService.class, Browsers.class})
class AuditPageLookIT {
    private final LedgerClient client;
    private final Browser browser;

    AuditPageLookIT(LedgerClient client, Browser browser) {
        this.client = client;
        this.browser = browser;
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void every_state_meets_wcag_and_fits_every_width(ColorScheme theme) {
        var exam = TinyExam.locked(client, 2);
        var last = takenBy(exam);
        var running = exam.sessions().getLast();
        var begun = running.start(UUID.randomUUID()).as(Receipt.class);
        var looks = new Looks("audit", theme);
        try (var profile = browser.newContext(
                new Browser.NewContextOptions().setLocale("en-GB").setColorScheme(theme))) {
            var page = AuditorsPage.in(profile, client.baseUrl());
            page.sees("User name");
            looks.look(page.page(), "sign-in");
            page.signIn("auditor");
            page.sees("Intact.");
            looks.look(page.page(), "search");
            page.search("Worker id", "nobody-at-all");
            page.sees("Nothing was found.");
            looks.look(page.page(), "nothing-found");

            page.open(exam.session().sessionId(), last.sequence());
            assertThat(page.verdict()).hasAttribute("data-verdict", Pattern.compile("intact|unproven"));
            page.fact(3).locator("summary").click();
            page.button("Compare").click();
            page.sees("“option 2 of 11”");
            looks.look(page.page(), "session");
            page.page().locator(".kinds button").first().click();
            page.slideTo(2);
            page.seesStateAfter(2);
            looks.look(page.page(), "earlier");
            profile.setOffline(true);
            page.slideTo(3);
            page.sees("The exam service cannot be reached.");
            looks.look(page.page(), "offline");
            profile.setOffline(false);
            profile.clearCookies();
            page.page().locator("past-state").getByText("Try again").click();
            page.sees("Your sign-in has expired.");
            looks.look(page.page(), "expired");
            page.signIn("auditor");
            page.seesStateAfter(3);

            page.open(running.sessionId(), begun.sequence());
            page.sees("This session is still running.");
            looks.look(page.page(), "running");
            page.button("Everything this person did").click();
            page.sees("That is all: 1.");
            looks.look(page.page(), "person");
            profile.route("**/timeline", route -> fulfilled(route, "fire alarm", "no reason"));
            profile.route(
                    "**/audit/log/verify",
                    route -> fulfilled(
                            route,
                            "\"verdict\":\"intact\"",
                            "\"verdict\":\"broken\",\"firstBadPosition\":7,\"reason\":\"changed\""));
            page.open(exam.session().sessionId(), last.sequence());
            assertThat(page.verdict()).hasAttribute("data-verdict", "broken");
            looks.look(page.page(), "broken");
            page.goTo("");
            page.sees("Broken at position 7: changed");
            looks.look(page.page(), "log-broken");
            page.goTo("?session=" + exam.examId());
            page.sees("No such session");
            looks.look(page.page(), "no-session");
        }
        try (var profile = browser.newContext(
                new Browser.NewContextOptions().setLocale("en-GB").setColorScheme(theme))) {
            var page = AuditorsPage.in(profile, client.baseUrl());
            page.signIn("hc");
            page.sees("This page is not for you");
            looks.look(page.page(), "not-allowed");
        }
    }

    private static void fulfilled(Route route, String told, String other) {
        var reply = route.fetch();
        route.fulfill(new Route.FulfillOptions()
                .setResponse(reply)
                .setBody(reply.text().replace(told, other)));
    }

    private Receipt takenBy(TinyExam exam) {
        var session = exam.session();
        var epoch = exam.start().epoch();
        session.answer(answer(epoch, 1, 11, 1)).successful();
        session.answer(answer(epoch, 2, 11, 2)).successful();
        session.answer(answer(epoch, 3, 13, 1, 4)).successful();
        client.sendAs("hc", Call.post(Paths.session(session.sessionId(), "extend"), new ExtendTime(300, "fire alarm")))
                .successful();
        return session.submit(new SubmitSession(epoch, 4L, 3L, List.of(), Map.of()))
                .as(Receipt.class);
    }

    @Test
    void the_page_speaks_bahasa_indonesia() {
        var exam = TinyExam.locked(client, 1);
        var last = takenBy(exam);
        try (var profile = browser.newContext(new Browser.NewContextOptions().setLocale("id-ID"))) {
            var page = AuditorsPage.in(profile, client.baseUrl());
            page.signIn("auditor");
            page.sees("Cari sesi");
            page.open(exam.session().sessionId(), last.sequence());
            page.sees("Semua yang Anda baca di sini dicatat");
            assertThat(page.fact(3)).containsText("Soal 1 diubah menjadi");
        }
    }
}
