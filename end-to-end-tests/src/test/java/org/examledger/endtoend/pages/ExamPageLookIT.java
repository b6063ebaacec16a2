package org.examledger.endtoend.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import java.util.Map;
import org.examledger.endtoend.client.LedgerClient;
import org.examledger.endtoend.http.TinyExam;
import org.examledger.endtoend.service.SharedService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every state of the exam page can be read by everybody, in both themes; pictures of them are left under {@code target}. */
@ExtendWith({SharedService.class, Browsers.class})
class ExamPageLookIT {
    private final LedgerClient client;
    private final Browser browser;

    ExamPageLookIT(LedgerClient client, Browser browser) {
        this.client = client;
        this.browser = browser;
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void every_state_meets_wcag_and_fits_every_width(ColorScheme theme) {
        var exam = TinyExam.locked(client, 1);
        var looks = new Looks("exam", theme);
        try (var profile = browser.newContext(
                new Browser.NewContextOptions().setLocale("en-GB").setColorScheme(theme))) {
            var page = WorkersPage.in(profile, exam.session());
            page.sees("User name");
            looks.look(page.page(), "sign-in");
            page.signIn(exam.session().workerId());
            page.sees("Tiny exam");
            looks.look(page.page(), "exams");
            page.start().choose(11, 2);
            page.seesSaved(11);
            page.button("Flag Question 1").click();
            looks.look(page.page(), "question");
            profile.setOffline(true);
            page.choose(11, 3);
            page.sees("No connection");
            looks.look(page.page(), "offline");
            profile.setOffline(false);
            page.sees("All answers are saved.");
            page.review();
            page.sees("Unanswered: 2");
            looks.look(page.page(), "review");
            var second = WorkersPage.in(profile, exam.session());
            second.button("Go on Tiny exam").click();
            second.sees("Open in another tab");
            looks.look(second.page(), "elsewhere");
            second.page().close();
            page.button("Leave without handing in").click();
            page.sees("Leave this exam for good?");
            looks.look(page.page(), "leave");
            page.button("Stay").click();
            profile.clearCookies();
            page.button("Hand in").click();
            page.sees("Your sign-in has expired.");
            looks.look(page.page(), "sign-in-again");
            page.signIn(exam.session().workerId());
            page.sees("Not passed");
            page.sees("Keep as a file");
            looks.look(page.page(), "ended");
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void so_does_every_state_that_is_seldom_seen(ColorScheme theme) {
        var looks = new Looks("exam", theme);
        try (var desk = Desk.with(client, browser, Map.of("accessToken", "Sesame-7"))) {
            var away = desk.profile();
            away.route(
                    "**/api/v1/sign-in",
                    route -> route.fulfill(new Route.FulfillOptions()
                            .setContentType("application/json")
                            .setBody("{\"by\":\"issuer\"}")));
            var stranger = shown(WorkersPage.in(away, desk.exam().session()), theme);
            stranger.sees("You sign in with your organisation and come back here.");
            looks.look(stranger.page(), "issuer");

            var page = shown(
                    WorkersPage.signedIn(desk.profileWithClock(), desk.exam().session()), theme);
            page.button("Start Tiny exam").click();
            page.page().getByLabel("Access token").fill("wrong");
            page.button("Start").click();
            page.sees("This access token is not the right one.");
            looks.look(page.page(), "access-token");
            page.page().getByLabel("Access token").fill("Sesame-7");
            page.button("Start").click();
            page.seesQuestion(11);

            page.cut();
            var asleep = ((Number) page.page().evaluate("Date.now()")).longValue() + 1_200_000;
            page.page().clock().setSystemTime(asleep);
            page.sees("checking the time…");
            looks.look(page.page(), "time-in-doubt");

            page.mend();
            var newer = WorkersPage.signedIn(desk.profile(), desk.exam().session());
            newer.button("Go on Tiny exam").click();
            newer.seesQuestion(11);
            page.choose(11, 3);
            page.sees("Open on another device");
            looks.look(page.page(), "taken-over");
        }
    }

    private static WorkersPage shown(WorkersPage page, ColorScheme theme) {
        page.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(theme));
        return page;
    }

    @Test
    void the_page_speaks_bahasa_indonesia_to_who_reads_it_and_to_who_chooses_it() {
        var exam = TinyExam.locked(client, 1);
        try (var profile = browser.newContext(new Browser.NewContextOptions().setLocale("id-ID"))) {
            var page = WorkersPage.in(profile, exam.session());
            page.sees("Nama pengguna");
            assertThat(page.page().locator("html").getAttribute("lang")).isEqualTo("id");

            page.page().locator("top-bar select").first().selectOption("en");

            page.sees("User name");
            page.page().reload();
            page.sees("User name");
        }
    }
}
